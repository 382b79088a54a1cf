import { Temporal } from 'temporal-polyfill';

/** A stretch of time by the wall clock of the zone that is shown; the end is exclusive. All-day ones run from midnight to midnight. */
export interface WallSpan {
  readonly allDay: boolean;
  readonly start: Temporal.PlainDateTime;
  readonly end: Temporal.PlainDateTime;
}

/** What is pointed at: a time, the row for whole days, or a day without a time, as months have them. */
export type Place =
  | { readonly kind: 'time'; readonly at: Temporal.PlainDateTime }
  | { readonly kind: 'allDay' | 'day'; readonly day: Temporal.PlainDate };

export type Edge = 'start' | 'end';

/** How finely times are pointed at, in minutes. */
export const STEP = 15;
export const FINE_STEP = 5;
/** What a click in an empty place gives. */
const CLICKED = { step: 30, minutes: 60 } as const;

export const dayOf = (place: Place): Temporal.PlainDate =>
  place.kind === 'time' ? place.at.toPlainDate() : place.day;

export function wholeDays(first: Temporal.PlainDate, days: number): WallSpan {
  const start = first.toPlainDateTime();
  return { allDay: true, start, end: start.add({ days: Math.max(1, days) }) };
}

export const timed = (start: Temporal.PlainDateTime, minutes: number): WallSpan => ({
  allDay: false,
  start,
  end: start.add({ minutes }),
});

export function clickedSpan(place: Place): WallSpan {
  return place.kind === 'time'
    ? timed(onStep(place.at, CLICKED.step, 'floor'), CLICKED.minutes)
    : wholeDays(place.day, 1);
}

/** From where a button was pressed to where the pointer is, whichever comes first. */
export function drawnSpan(from: Place, to: Place, step: number): WallSpan {
  if (from.kind !== 'time') {
    const [first, last] = inOrder(from.day, dayOf(to), Temporal.PlainDate.compare);
    return wholeDays(first, first.until(last).days + 1);
  }
  const at = to.kind === 'time' ? to.at : to.day.toPlainDateTime(from.at.toPlainTime());
  const [first, last] = inOrder(from.at, at, Temporal.PlainDateTime.compare);
  const start = onStep(first, step, 'floor');
  const end = onStep(last, step, 'ceil');
  return end.equals(start) ? timed(start, step) : { allDay: false, start, end };
}

/**
 * A span that is dragged to another place. It keeps its length, except between times and whole days: there it becomes
 * an hour, or the days that it touches. In a month it keeps its time of day.
 * @param grabbed where in the span it was taken hold of.
 */
export function movedSpan(span: WallSpan, grabbed: Place, to: Place, step: number): WallSpan {
  if (to.kind === 'time') {
    if (span.allDay) return timed(onStep(to.at, step, 'floor'), CLICKED.minutes);
    const held = grabbed.kind === 'time' ? minutesBetween(span.start, grabbed.at) : 0;
    return startingAt(span, onStep(to.at.subtract({ minutes: held }), step, 'round'));
  }
  const days = dayOf(grabbed).until(to.day, { largestUnit: 'days' }).days;
  if (to.kind === 'day' || span.allDay) return startingAt(span, span.start.add({ days }));
  return wholeDays(span.start.toPlainDate().add({ days }), daysTouched(span));
}

/** One of the two ends is dragged; the other stays, and something is left between them. */
export function resizedSpan(span: WallSpan, edge: Edge, to: Place, step: number): WallSpan {
  if (span.allDay || to.kind !== 'time') return resizedByDays(span, edge, dayOf(to));
  const at = onStep(to.at, step, 'round');
  return withEdge(span, edge, at, { minutes: step });
}

/** Moved by the keyboard. An all-day span moves by whole days alone. */
export function nudgedSpan(
  span: WallSpan,
  by: { readonly minutes?: number; readonly days?: number },
): WallSpan {
  if (span.allDay && !by.days) return span;
  return startingAt(span, span.start.add(by));
}

/** Made longer or shorter by the keyboard; all-day ones by a day. */
export function stretchedSpan(span: WallSpan, direction: 1 | -1): WallSpan {
  const by = span.allDay ? { days: direction } : { minutes: direction * STEP };
  return withEdge(span, 'end', span.end.add(by), span.allDay ? { days: 1 } : { minutes: STEP });
}

export function sameSpan(a: WallSpan, b: WallSpan): boolean {
  return a.allDay === b.allDay && a.start.equals(b.start) && a.end.equals(b.end);
}

/** How many days it touches; what ends at midnight does not reach into the day that begins there. */
export function daysTouched({ start, end }: WallSpan): number {
  const last = Temporal.PlainDateTime.compare(end, start) > 0 ? end.subtract({ minutes: 1 }) : end;
  return start.toPlainDate().until(last.toPlainDate(), { largestUnit: 'days' }).days + 1;
}

function resizedByDays(span: WallSpan, edge: Edge, day: Temporal.PlainDate): WallSpan {
  if (!span.allDay) {
    const time = span[edge].toPlainTime();
    return withEdge(span, edge, day.toPlainDateTime(time), { minutes: STEP });
  }
  const at = (edge === 'end' ? day.add({ days: 1 }) : day).toPlainDateTime();
  return withEdge(span, edge, at, { days: 1 });
}

function withEdge(
  span: WallSpan,
  edge: Edge,
  at: Temporal.PlainDateTime,
  least: Temporal.DurationLike,
): WallSpan {
  const compare = Temporal.PlainDateTime.compare;
  if (edge === 'end') {
    const earliest = span.start.add(least);
    return { ...span, end: compare(at, earliest) < 0 ? earliest : at };
  }
  const latest = span.end.subtract(least);
  return { ...span, start: compare(at, latest) > 0 ? latest : at };
}

function startingAt(span: WallSpan, start: Temporal.PlainDateTime): WallSpan {
  return { ...span, start, end: start.add({ minutes: minutesBetween(span.start, span.end) }) };
}

function minutesBetween(from: Temporal.PlainDateTime, to: Temporal.PlainDateTime): number {
  return from.until(to).total({ unit: 'minutes', relativeTo: from });
}

function onStep(
  at: Temporal.PlainDateTime,
  step: number,
  how: 'floor' | 'ceil' | 'round',
): Temporal.PlainDateTime {
  const midnight = at.toPlainDate().toPlainDateTime();
  return midnight.add({ minutes: Math[how](minutesBetween(midnight, at) / step) * step });
}

function inOrder<Value>(
  a: Value,
  b: Value,
  compare: (a: Value, b: Value) => number,
): readonly [Value, Value] {
  return compare(a, b) <= 0 ? [a, b] : [b, a];
}
