import type { Cursor } from '../../port/changes.ts';
import type { Window } from './whole-events.ts';

/** Where a history was left off. */
export interface GraphCursor {
  /** A link of a delta, to go on with or to begin the next round from; null while a full round is under way. */
  readonly link: string | null;
  /** The stretch of time that the link notices changes in. */
  readonly from: string;
  readonly to: string;
}

/** A year back and two ahead: what lies outside is found by the comparison that every calendar gets once a day. */
export function windowAt(now: Temporal.Instant): Window {
  const day = now.toZonedDateTimeISO('UTC').startOfDay();
  return { from: day.subtract({ years: 1 }).toInstant(), to: day.add({ years: 2 }).toInstant() };
}

/** A week from its beginning a window has grown old enough to be moved. */
const MOST_DAYS = 7;

export function isRolled({ from }: GraphCursor, now: Temporal.Instant): boolean {
  const age = Temporal.Instant.from(from).until(windowAt(now).from, { largestUnit: 'hours' });
  return Math.abs(age.hours) > MOST_DAYS * 24;
}

export function writtenCursor(link: string | null, { from, to }: Window): Cursor {
  return { link, from: from.toString(), to: to.toString() };
}

/** Null for what this version did not write. */
export function readCursor(cursor: Cursor | null): GraphCursor | null {
  const { link = null, from, to } = cursor ?? {};
  if (typeof from !== 'string' || typeof to !== 'string') return null;
  return { link: typeof link === 'string' ? link : null, from, to };
}

export function windowOf({ from, to }: GraphCursor): Window {
  return { from: Temporal.Instant.from(from), to: Temporal.Instant.from(to) };
}
