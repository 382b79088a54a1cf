import type { Span } from '../../live/staleness.ts';

/** Of a year and a month, in UTC: `2026-11`. */
export type Month = string;

/** An event of the agenda, as far as its place matters here. */
export interface Placed {
  readonly id: string;
  readonly calendarId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** So many months before and after the present one can be read offline; one more, since weeks reach over its end. */
const BEFORE = 3;
const AFTER = 7;
/** More are not kept of one month: they would fill a telephone. */
export const MOST_EVENTS = 5_000;

/** The months that are kept, the nearest first. */
export function keptMonths(now: Date): readonly Month[] {
  const steps = Array.from({ length: BEFORE + AFTER + 1 }, (_, index) => index - BEFORE);
  return steps
    .toSorted((a, b) => Math.abs(a) - Math.abs(b) || b - a)
    .map((step) => monthOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + step))));
}

export function spanOf(month: Month): Span {
  const from = new Date(`${month}-01T00:00:00Z`);
  return { from, to: new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1)) };
}

/** Every month that a span reaches into. */
export function monthsIn({ from, to }: Span): readonly Month[] {
  const months: Month[] = [];
  for (let at = spanOf(monthOf(from)).from; at < to; at = spanOf(monthOf(at)).to) months.push(monthOf(at));
  return months;
}

export function touches({ startsAt, endsAt }: Placed, { from, to }: Span): boolean {
  return startsAt < to && (endsAt > from || startsAt >= from);
}

/** What a month holds when a part of it was asked for again. */
export function patched<Event extends Placed>(
  month: Month,
  held: readonly Event[],
  span: Span,
  fresh: readonly Event[],
): readonly Event[] {
  const stays = held.filter((event) => !touches(event, span));
  const ids = new Set(stays.map(({ id }) => id));
  return [...stays, ...fresh.filter((event) => !ids.has(event.id) && touches(event, spanOf(month)))];
}

/** The events of a span out of its months, each once, by their start. */
export function gathered<Event extends Placed>(
  months: readonly (readonly Event[])[],
  span: Span,
): readonly Event[] {
  const byId = new Map(months.flat().map((event) => [event.id, event]));
  return [...byId.values()]
    .filter((event) => touches(event, span))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

function monthOf(at: Date): Month {
  return at.toISOString().slice(0, 7);
}
