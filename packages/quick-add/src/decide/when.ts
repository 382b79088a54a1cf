import { Temporal } from 'temporal-polyfill';
import { type Day, dateText } from '../day/day.ts';
import type { FoundDate } from '../day/spec.ts';
import type { Length } from '../grammar/meaning.ts';
import type { Doubt } from '../sentence.ts';
import { hintedHalf, type Minutes, settle } from './clocks.ts';
import { type Piece, pieceOf, type Reading } from './reading.ts';
import { firstDay, type Repetition, repetitionOf, ruleText } from './repetition.ts';

const MINUTES_A_DAY = 1_440;
const USUAL_LENGTH = 60;
const FIRST_HOUR = 6;

export interface When {
  readonly start: string;
  readonly end: string;
  readonly allDay: boolean;
  readonly rrule: string | null;
  readonly doubts: readonly Doubt[];
}

/** Day, time and length from the pieces that stand. */
export function whenOf(reading: Reading, chosen: readonly Piece[]): When {
  const moment = pieceOf(chosen, 'moment');
  if (moment) return fromMoment(reading, moment.value, pieceOf(chosen, 'duration')?.value ?? null);
  const repetition = repetitionOf(reading, chosen);
  const said = timesOf(reading, chosen);
  const times = said && inZone(reading, chosen, said, repetition);
  const found = dateOf(reading, chosen, times, repetition);
  const plan = { reading, times, found, length: lengthWithin(chosen, repetition), repetition };
  const when = times ? timed(plan, times) : allDay(plan);
  return { ...when, doubts: [...doubtsOf(plan, chosen, when), ...when.doubts] };
}

interface Plan {
  readonly reading: Reading;
  readonly times: Minutes | null;
  readonly found: FoundDate;
  readonly length: Length | null;
  readonly repetition: Repetition | null;
}

/** Ten weeks of a weekly series say when it ends, and not how long each of it is. */
function lengthWithin(chosen: readonly Piece[], repetition: Repetition | null): Length | null {
  const length = pieceOf(chosen, 'duration')?.value ?? null;
  return repetition?.within ? null : length;
}

function fromMoment({ question: { now } }: Reading, away: Length, length: Length | null): When {
  const start = now.add({ days: away.days, months: away.months, minutes: away.minutes }).round('minute');
  const end = behind(start, length ?? minutes(USUAL_LENGTH));
  return { start: localText(start), end, allDay: false, rrule: null, doubts: [] };
}

function timesOf(reading: Reading, chosen: readonly Piece[]): Minutes | null {
  const stay = pieceOf(chosen, 'stay')?.value;
  const said = partOf(reading, chosen);
  const half = hintedHalf(reading, said);
  const times = chosen.flatMap(({ category, value }) =>
    category === 'time' ? [value as Piece<'time'>['value']] : [],
  );
  const start = stay?.start ?? times.find((time) => time.start)?.start ?? null;
  const end = stay?.end ?? times.find((time) => time.end)?.end ?? null;
  if (start) return settle({ start, end, weight: 0 }, half, said !== undefined);
  const part = pieceOf(chosen, 'part')?.value ?? pieceOf(chosen, 'repeat')?.value.part;
  if (!part) return null;
  const minuteEnd = end && settle({ start: end, end: null, weight: 0 }, half, true)?.start;
  return { start: part.begins, end: minuteEnd != null && minuteEnd > part.begins ? minuteEnd : null };
}

/** 3pm UTC is another time on the clocks here. */
function inZone(
  reading: Reading,
  chosen: readonly Piece[],
  times: Minutes,
  repetition: Repetition | null,
): Minutes {
  const ahead = pieceOf(chosen, 'offset')?.value;
  if (ahead === undefined) return times;
  const zone = reading.question.now.timeZoneId;
  const { first } = dateOf(reading, chosen, times, repetition);
  const here = localAt(first, times.start).toZonedDateTime(zone);
  const shift = here.offsetNanoseconds / 60e9 - ahead;
  return { start: times.start + shift, end: times.end === null ? null : times.end + shift };
}

const partOf = ({ chart, tokens }: Reading, chosen: readonly Piece[]) =>
  pieceOf(chosen, 'part')?.value ??
  pieceOf(chosen, 'repeat')?.value.part ??
  tokens.flatMap((_token, at) => chart.find('part', at))[0]?.value;

function dateOf(
  reading: Reading,
  chosen: readonly Piece[],
  times: Minutes | null,
  repetition: Repetition | null,
): FoundDate {
  const { today } = reading;
  const stay = pieceOf(chosen, 'stay')?.value;
  const first = stay?.first.find(today, today);
  const last = first && stay?.last.find(first.first, today);
  if (first && last)
    return { first: first.first, last: last.first, doubts: [...first.doubts, ...last.doubts] };
  const said = pieceOf(chosen, 'date')?.value.find(today, today) ?? null;
  const passed = times !== null && isPast(reading, today, times.start);
  if (repetition) return onFirst(firstDay(repetition.spec, said?.first ?? today, passed && !said), said);
  if (said)
    return said.ifPast !== undefined && passed ? { ...said, first: said.ifPast, last: said.ifPast } : said;
  const until = pieceOf(chosen, 'until')?.value.find(today, today);
  const isToday = pieceOf(chosen, 'part')?.value.today === true || !passed;
  if (until && !times) return { ...until, first: today, last: until.last };
  return onFirst(isToday ? today : today + 1, null);
}

const onFirst = (day: Day, said: FoundDate | null): FoundDate => ({
  first: day,
  last: day,
  doubts: said?.doubts ?? [],
});

function isPast({ question: { now } }: Reading, day: Day, minute: number): boolean {
  return Temporal.PlainDateTime.compare(localAt(day, minute), now.toPlainDateTime()) <= 0;
}

function timed(plan: Plan, times: Minutes): When {
  const { reading, found, length, repetition } = plan;
  const zone = reading.question.now.timeZoneId;
  const start = localAt(found.first, times.start).toZonedDateTime(zone);
  // Some days, each with its hours: Monday to Wednesday, 9 to 17.
  const isStay = found.last > found.first;
  const end =
    times.end === null ? null : endAt(found, times.end, isStay && plan.repetition === null && isStayed(plan));
  const rule = repetition
    ? ruleText(repetition, start, false)
    : isStay && !isStayed(plan)
      ? `FREQ=DAILY;COUNT=${found.last - found.first + 1}`
      : null;
  return {
    start: localText(start),
    end: end === null ? behind(start, length ?? minutes(USUAL_LENGTH)) : endText(start, end),
    allDay: false,
    rrule: rule,
    doubts: [],
  };
}

const isStayed = ({ reading, found }: Plan): boolean =>
  found.last > found.first && reading.tokens.some((_token, at) => reading.chart.find('stay', at).length > 0);

const endAt = (found: FoundDate, minute: number, isStay: boolean): Temporal.PlainDateTime =>
  localAt(isStay ? found.last : found.first, isStay ? minute % MINUTES_A_DAY : minute);

function allDay({ reading, found, length, repetition }: Plan): When {
  const first = Temporal.PlainDate.from(dateText(found.first));
  const days = found.last - found.first + 1;
  const isLong = length !== null && (length.days > 0 || length.months > 0);
  const end =
    isLong && days === 1 ? first.add({ days: length.days, months: length.months }) : first.add({ days });
  const start = first.toZonedDateTime(reading.question.now.timeZoneId);
  return {
    start: first.toString(),
    end: end.toString(),
    allDay: true,
    rrule: repetition && ruleText(repetition, start, true),
    doubts: [],
  };
}

const minutes = (count: number): Length => ({ minutes: count, days: 0, months: 0 });

/** A time in the hour that the clocks skip is as much later. */
function localAt(day: Day, minute: number): Temporal.PlainDateTime {
  return Temporal.PlainDate.from(dateText(day)).toPlainDateTime().add({ minutes: minute });
}

const localText = (time: Temporal.ZonedDateTime | Temporal.PlainDateTime): string =>
  ('timeZoneId' in time ? time.toPlainDateTime() : time).toString({ smallestUnit: 'minute' });

/** Real minutes later; where the clocks then show what they showed at the start, as many on the clock. */
function behind(start: Temporal.ZonedDateTime, { minutes: count, days, months }: Length): string {
  const end = start.add({ months, days }).add({ minutes: count });
  return endText(start, end.toPlainDateTime(), start.toPlainDateTime().add({ months, days, minutes: count }));
}

/** Text of an end that is behind the start on the clocks as well as in time. */
function endText(start: Temporal.ZonedDateTime, end: Temporal.PlainDateTime, otherwise = end): string {
  const isBehind = (at: Temporal.PlainDateTime) =>
    Temporal.PlainDateTime.compare(at, start.toPlainDateTime()) > 0 &&
    Temporal.ZonedDateTime.compare(at.toZonedDateTime(start.timeZoneId), start) > 0;
  const found = [end, otherwise].find(isBehind) ?? start.toPlainDateTime().add({ hours: 2 });
  return localText(found.toZonedDateTime(start.timeZoneId));
}

function doubtsOf(
  { reading, found, times, length }: Plan,
  chosen: readonly Piece[],
  when: When,
): readonly Doubt[] {
  const { now } = reading.question;
  const hasDate = ['date', 'stay', 'repeat', 'until'].some((category) =>
    chosen.some((piece) => piece.category === category),
  );
  const part = pieceOf(chosen, 'part');
  const start = pieceOf(chosen, 'time')?.value.start;
  const atNight = times !== null && times.start < FIRST_HOUR * 60 && times.start > 0 && !start?.half && !part;
  const past = when.allDay ? when.start < now.toPlainDate().toString() : when.start < localText(now);
  return [
    ...found.doubts.map(dated),
    ...(atNight ? [{ code: 'at-night' } as const] : []),
    ...(past ? [{ code: 'past' } as const] : []),
    ...(times === null && length !== null && length.minutes > 0 ? [{ code: 'no-time' } as const] : []),
    ...(!hasDate && times === null ? [{ code: 'no-date' } as const] : []),
    ...(pieceOf(chosen, 'repeat')?.value.doubtful ? [{ code: 'once-or-again' } as const] : []),
  ];
}

function dated(doubt: FoundDate['doubts'][number]): Doubt {
  const date = dateText(doubt.date);
  if (doubt.code === 'other-weekday') return { ...doubt, date };
  return { ...doubt, date, other: dateText(doubt.other) };
}
