/** When something new is shown, and whether it is told as news. */
export interface FirstLook {
  readonly shownAt: Date;
  readonly fresh: boolean;
}

export interface Circumstances {
  readonly now: Date;
  /** The feed has never been read before. */
  readonly first: boolean;
}

const HOUR_MS = 3_600_000;
const OLD_MS = 30 * 24 * HOUR_MS;
/** Nothing on the web is older. */
const EARLIEST = Date.UTC(1995, 0, 1);
const MOST_FRESH = 20;
const FRESH_AT_FIRST = 3;

/**
 * What becomes of items that were never seen, in the order of their feed. A feed that is new is not full of news: all but
 * its newest three count as read (N1). A date that cannot be is the time of the first look, so that nothing sticks to the top.
 */
export function firstLooks(
  published: readonly (Date | null)[],
  { now, first }: Circumstances,
): readonly FirstLook[] {
  const times = published.map((date, place) => shownAt(date, place, now));
  const newest = times
    .map((time, place) => ({ time, place }))
    .toSorted((a, b) => b.time - a.time || a.place - b.place)
    .slice(0, first ? FRESH_AT_FIRST : MOST_FRESH);
  const fresh = new Set(
    newest.filter(({ time }) => now.getTime() - time <= OLD_MS).map(({ place }) => place),
  );
  return times.map((time, place) => ({ shownAt: new Date(time), fresh: fresh.has(place) }));
}

/** Those without a date that can be stay in the order of their feed, each a second before the one above it. */
function shownAt(date: Date | null, place: number, now: Date): number {
  const time = date?.getTime() ?? Number.NaN;
  const possible = time >= EARLIEST && time <= now.getTime() + HOUR_MS;
  return possible ? Math.min(time, now.getTime()) : now.getTime() - place * 1_000;
}
