import type { EpochMs } from '../../occurrence.ts';

/** When a zone's clock is changed. Offsets are what it is ahead of UTC, in ms. */
export interface Onset {
  readonly at: EpochMs;
  readonly before: number;
  readonly after: number;
}

/** From the first start of an event to its last end; null where it never ends. */
export interface ZoneSpan {
  readonly from: EpochMs;
  readonly to: EpochMs | null;
}

const YEAR_MS = 366 * 86_400_000;
// Seen far enough ahead, a yearly rule shows itself.
const YEARS_AHEAD = 20;
/** A rule that the zone database gives no end is taken to have none. */
const YEARS_OF_SERIES = 40;
const EARLIEST: EpochMs = Date.UTC(1970, 0);
// There are some 600 zones; each has a few hundred changes at most.
const known = new Map<string, readonly Onset[]>();

/** The changes of a zone's clock that matter to the span and those that show their rule, in order. */
export function onsetsOf(name: string, span: ZoneSpan): readonly Onset[] {
  const from = Math.min(EARLIEST, span.from - 2 * YEAR_MS);
  const to = horizonOf(span);
  // By decade, so that events of one time share what was worked out.
  const key = `${name} ${Math.floor(from / (10 * YEAR_MS))} ${Math.floor(to / (10 * YEAR_MS))}`;
  let all = known.get(key);
  if (!all) {
    if (known.size > 1_000) known.clear();
    all = changes(name, Math.floor(from / (10 * YEAR_MS)) * 10 * YEAR_MS, to + 10 * YEAR_MS);
    known.set(key, all);
  }
  return all.filter((onset) => onset.at < to);
}

/** As far as changes were looked for. */
export function horizonOf({ from, to }: ZoneSpan): EpochMs {
  return to === null ? from + YEARS_OF_SERIES * YEAR_MS : Math.max(from, to) + YEARS_AHEAD * YEAR_MS;
}

function changes(name: string, from: EpochMs, to: EpochMs): Onset[] {
  const onsets: Onset[] = [];
  let moment = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(name);
  for (;;) {
    const next = moment.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds >= to) return onsets;
    onsets.push({ at: next.epochMilliseconds, before: offsetOf(moment), after: offsetOf(next) });
    moment = next;
  }
}

function offsetOf(moment: Temporal.ZonedDateTime): number {
  return Math.round(moment.offsetNanoseconds / 1e6);
}
