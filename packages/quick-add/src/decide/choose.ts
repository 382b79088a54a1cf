import { type DateSpec, SURE } from '../day/spec.ts';
import type { Clock, Length, RepeatDays, RepeatSpec, TimeSpec } from '../grammar/meaning.ts';
import type { Category } from '../grammar/values.ts';
import { withBareTime } from './bare-time.ts';
import { overlaps, type Piece, type Reading } from './reading.ts';

/** What excludes each other: a sentence has one date, one time, one length. */
const ROLES: Partial<Record<Category, readonly string[]>> = {
  stay: ['date', 'time', 'end'],
  date: ['date'],
  moment: ['date', 'time'],
  repeat: ['repeat'],
  until: ['until'],
  times: ['times'],
  ondays: ['ondays', 'date'],
  part: ['part'],
  duration: ['duration'],
  allday: ['time', 'end'],
  free: ['free'],
  offset: ['offset'],
};

const rolesOf = (piece: Piece): readonly string[] => {
  if (piece.category !== 'time') return ROLES[piece.category] ?? [];
  return (piece.value as TimeSpec).start === null ? ['end'] : ['time'];
};

/** The pieces that stand: the surest first, each beside those that stand already. */
export function choose(reading: Reading, found: readonly Piece[]): readonly Piece[] {
  const isRepeated = found.some(({ category }) => category === 'repeat');
  const isMissed = missedDays(found);
  const fit = decideLengths(reading, withoutFeasts(found))
    .filter(({ category }) => isRepeated || category !== 'times')
    .filter((piece) => piece.category !== 'ondays' || isMissed(piece.value as RepeatDays));
  const chosen: Piece[] = [];
  const roles = new Set<string>();
  for (const piece of fit
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.at - b.at)) {
    if (chosen.some((other) => overlaps(piece, other)) || rolesOf(piece).some((role) => roles.has(role)))
      continue;
    chosen.push(piece);
    for (const role of rolesOf(piece)) roles.add(role);
  }
  const stands = chosen.filter((piece) => piece.category !== 'offset' || isBehindTime(piece, chosen));
  const isTimed = stands.some((piece) => rolesOf(piece).includes('time'));
  return isTimed ? stands : withBareTime(reading, stands);
}

/** The name of a feast beside a date says what is celebrated, and not when: New Year's Eve 31/12, Christmas dinner on the 18th. */
function withoutFeasts(found: readonly Piece[]): readonly Piece[] {
  const isFeast = ({ category, value }: Piece) => category === 'date' && (value as DateSpec).feast === true;
  const feasts = found.filter(isFeast);
  const isTold = found.some(
    (piece) =>
      piece.category === 'date' &&
      (piece.value as DateSpec).weight >= SURE - 20 &&
      !feasts.some((feast) => overlaps(feast, piece)),
  );
  return isTold ? found.filter((piece) => !isFeast(piece)) : found;
}

/** A zone without a time before it is a word of the title. */
const isBehindTime = ({ at }: Piece, chosen: readonly Piece[]): boolean =>
  chosen.some(({ category, to }) => category === 'time' && to === at);

/**
 * Whether repeats are there that say no days, and lack such: a weekly one weekdays, a monthly one a day of the month.
 * One that says its days itself needs no other.
 */
function missedDays(found: readonly Piece[]): (days: RepeatDays) => boolean {
  const repeats = found.flatMap(({ category, value }) =>
    category === 'repeat' ? [value as RepeatSpec] : [],
  );
  const says = (spec: RepeatSpec) => spec.days.length > 0 || spec.monthDay !== undefined;
  const bare = new Set(repeats.filter((spec) => !says(spec)).map(({ every }) => every));
  const said = repeats.some(says);
  return ({ nth, monthDay }) => {
    const isOfMonth = nth !== undefined || monthDay !== undefined;
    return isOfMonth ? bare.has('MONTHLY') && !said : bare.has('WEEKLY');
  };
}

type Lengthy = Piece & { readonly minutes: number };

/**
 * `2h` is a time or a length. Behind "at" it is a time and behind "for" a length already; else the company decides:
 * beside a time it is a length, of two the shorter one is, and alone it is what its size and the word before make likely.
 */
function decideLengths(reading: Reading, found: readonly Piece[]): readonly Piece[] {
  const times = found.filter(({ category }) => category === 'time');
  const open = times.filter(({ value, score }) => isOpen(value as TimeSpec, score));
  const spans: Lengthy[] = open
    .filter((piece) => !times.some((other) => other !== piece && other.score > 55 && overlaps(piece, other)))
    .map((piece) => ({ ...piece, minutes: minutesIn((piece.value as TimeSpec).start) }));
  const settled = times.some(
    ({ value, score }) =>
      (value as TimeSpec).start !== null && !isOpen(value as TimeSpec, score) && score > 51,
  );
  const lengths = new Set(
    spans.filter((span) => isLength(reading, span, spans, settled)).map(({ at, to }) => `${at} ${to}`),
  );
  const isFound = (piece: Piece) =>
    spans.some((span) => overlaps(span, piece) && lengths.has(`${span.at} ${span.to}`));
  return found.map((piece) => {
    if (piece.category === 'time' && isOpen(piece.value as TimeSpec, piece.score)) {
      return lengths.has(`${piece.at} ${piece.to}`) ? { ...piece, score: 0 } : piece;
    }
    if (piece.category !== 'duration' || (piece.value as Length).lengthy !== true) return piece;
    return { ...piece, score: isFound(piece) ? piece.score + 20 : 0 };
  });
}

const isOpen = ({ start, end }: TimeSpec, score: number): boolean =>
  start?.lengthy === true && end === null && score < 50;

const minutesIn = (clock: Clock | null): number => (clock ? clock.hour * 60 + clock.minute : 0);

function isLength(
  { tokens, habits }: Reading,
  span: Lengthy,
  spans: readonly Lengthy[],
  settled: boolean,
): boolean {
  if (settled) return true;
  const apart = spans.filter((other) => !overlaps(other, span));
  if (apart.length > 0) {
    const shorter = apart.every(({ minutes }) => span.minutes < minutes);
    return shorter;
  }
  const before = tokens[span.at - 1]?.plain ?? '';
  const isSession =
    habits.sessions.has(before) || (tokens[span.at]?.plain === 'de' && habits.sessions.has(before));
  return (
    span.minutes < (isSession ? 7 : habits.clockFrom) * 60 &&
    (isSession || habits.clockFrom > 6 || span.minutes < 360)
  );
}
