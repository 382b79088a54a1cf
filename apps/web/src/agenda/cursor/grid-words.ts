import type { StudioWords } from '@atelier/words/studio/en';
import type { Temporal } from 'temporal-polyfill';
import type { AgendaEvent, Calendar } from '../../api/answers.ts';
import type { Formats } from '../../time/formats.ts';
import { eventTitle } from '../event/event-title.ts';
import { daysTouched, type WallSpan } from '../gesture/wall-span.ts';
import type { Seen, Stop } from './stops.ts';

/** What sentences about the grid are made with. */
export interface Speech {
  readonly words: StudioWords;
  readonly formats: Pick<Formats, 'day' | 'time' | 'list'>;
}

/** What has been said before: hundreds of events share few days and times. */
const said = new WeakMap<Speech['formats'], Map<string, string>>();

function once(formats: Speech['formats'], key: string, say: () => string): string {
  const known = said.get(formats) ?? new Map<string, string>();
  said.set(formats, known);
  const text = known.get(key) ?? say();
  known.set(key, text);
  return text;
}

/** A time as a wall clock shows it. */
function clockText(at: Temporal.PlainDateTime, { formats }: Speech): string {
  const say = () => formats.time(new Date(Date.UTC(2000, 0, 1, at.hour, at.minute)), 'UTC');
  return once(formats, `${at.hour}:${at.minute}`, say);
}

const dayText = (day: Temporal.PlainDate, { formats }: Speech): string =>
  once(formats, day.toString(), () => formats.day(day));

/** Tuesday 1 December, 10:15 to 11:15 */
export function spanText(span: WallSpan, speech: Speech): string {
  const { words } = speech;
  const day = dayText(span.start.toPlainDate(), speech);
  const last = dayText(span.start.toPlainDate().add({ days: daysTouched(span) - 1 }), speech);
  const several = day !== last;
  if (span.allDay) return several ? words.grid.days({ first: day, last }) : words.grid.wholeDay({ day });
  const [start, end] = [clockText(span.start, speech), clockText(span.end, speech)];
  return several ? words.grid.overDays({ day, start, last, end }) : words.grid.times({ day, start, end });
}

/** 10:15–11:15, as short as a ghost is; the days where it lasts whole days. */
export function ghostText(span: WallSpan, speech: Speech): string {
  if (span.allDay) return spanText(span, speech);
  return `${clockText(span.start, speech)}–${clockText(span.end, speech)}`;
}

/** All that an event says at first sight, in one sentence. */
export function eventText(
  event: AgendaEvent,
  span: WallSpan,
  calendar: Pick<Calendar, 'name'> | undefined,
  speech: Speech,
): string {
  const { words } = speech;
  const parts = [eventTitle(event, words), spanText(span, speech), event.location, calendar?.name];
  if (event.status === 'cancelled') parts.push(words.event.cancelled);
  if (event.status === 'tentative') parts.push(words.event.tentative);
  if (!event.busy && event.status !== 'cancelled') parts.push(words.event.free);
  if (event.recurring) parts.push(words.event.series);
  return parts.filter(Boolean).join(', ');
}

/** An empty part of a day, and what lies in it. */
export function stopText(
  { day, minute }: Stop,
  here: readonly Seen[],
  titleOf: (id: string) => string,
  speech: Speech,
): string {
  const { words, formats } = speech;
  const date = formats.day(day);
  if (minute === null) return words.grid.dayStop({ day: date, count: here.length });
  const time = clockText(day.toPlainDateTime().add({ minutes: minute }), speech);
  const titles = formats.list(here.map(({ id }) => titleOf(id)));
  return here.length === 0
    ? words.grid.freeStop({ day: date, time })
    : words.grid.busyStop({ day: date, time, titles });
}
