import type { Occurrence } from '../occurrence.ts';
import { readObject } from '../read/read-object.ts';

/** A part of a series, for people who are asked how much of it they mean. */
export interface Reach {
  /** Null: it goes on without an end, or past what is counted. */
  readonly count: number | null;
  readonly first: Reached;
  /** Null where `count` is. */
  readonly last: Reached | null;
}

export type Reached = Pick<Occurrence, 'start' | 'startDate'>;

export interface SeriesReach {
  readonly all: Reach;
  readonly following: Reach;
}

/** How far behind its place an occurrence may have been moved and still be found in an endless series. */
const FAR_MS = 366 * 86_400_000;

/**
 * How far a series goes, in whole and from one occurrence on; null for what is no series, or does not hold it.
 * @param zone the calendar's, an IANA name (RangeError else)
 */
export function seriesReach(source: string, recurrenceId: string, zone: string): SeriesReach | null {
  const read = readObject(source, { zone, from: 0, to: 0 });
  if (!read.ok || read.object.firstStart === null) return null;
  const { firstStart, lastEnd } = read.object;
  const to = (lastEnd ?? around(recurrenceId) + FAR_MS) + 1;
  const whole = readObject(source, { zone, from: firstStart, to });
  const listed = whole.ok ? whole.object.occurrences : [];
  const target = listed.find((one) => one.recurrenceId === recurrenceId);
  const [first] = listed;
  if (!target || !first || !whole.ok) return null;
  const endless = lastEnd === null || whole.object.flags.includes('too-many');
  // Ids of one series are written alike, so that they sort as the times that they name.
  const following = listed.filter((one) => (one.recurrenceId ?? '') >= recurrenceId);
  return { all: reach(listed, first, endless), following: reach(following, following[0] ?? target, endless) };
}

function reach(listed: readonly Occurrence[], { start, startDate }: Occurrence, endless: boolean): Reach {
  const first = { start, startDate };
  const last = listed.at(-1);
  if (endless || !last) return { count: null, first, last: null };
  return { count: listed.length, first, last: { start: last.start, startDate: last.startDate } };
}

/** The day that the id names. */
function around(recurrenceId: string): number {
  const [, year = '', month = '', day = ''] = /^(\d{4})(\d{2})(\d{2})/.exec(recurrenceId) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day));
}
