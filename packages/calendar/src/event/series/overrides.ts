import type { EpochMs } from '../../occurrence.ts';
import { DAY_MS, dayOfWall, wallOfDay } from '../../time/civil.ts';
import type { EventSource } from '../event-source.ts';
import type { Moment } from '../moment.ts';
import { defaultLength, type Length } from './length.ts';
import { type SeriesStart, type Start, startNamed } from './rule-starts.ts';

/** An override and the instance of the series that it stands for. */
export interface Override {
  readonly source: EventSource;
  readonly id: Start;
  readonly andFuture: boolean;
  readonly start: Moment;
  readonly length: Length;
}

/**
 * The overrides of a series, one for each instance: of two the higher SEQUENCE counts, then the later in the
 * file. What an override does not say about its time, the series says.
 */
export function overridesOf(
  series: SeriesStart,
  length: Length,
  sources: readonly EventSource[],
): Map<EpochMs, Override> {
  const overrides = new Map<EpochMs, Override>();
  for (const source of sources) {
    if (!source.override) continue;
    const id = startNamed(series, source.override.id);
    const known = overrides.get(id.at);
    if (known && known.source.sequence > source.sequence) continue;
    const start = source.start ?? momentAt(series.first, id);
    const own = source.length ?? (source.start ? defaultLength(start) : length);
    overrides.set(id.at, { source, id, andFuture: source.override.andFuture, start, length: own });
  }
  return overrides;
}

/** Another start of a series as a moment like its first. */
export function momentAt(first: Moment, { wall, at }: Start): Moment {
  return first.kind === 'day' ? { ...first, wall } : { ...first, wall, at };
}

/** How RANGE=THISANDFUTURE changes a later instance of the series. */
export interface FutureChange {
  readonly override: Override;
  /** The first instance it applies to. */
  readonly from: EpochMs;
  apply(start: Start): Moment;
}

/** Ascending by the instance from which each applies. */
export function futureChanges(series: SeriesStart, overrides: Iterable<Override>): FutureChange[] {
  return [...overrides]
    .filter((override) => override.andFuture)
    .map((override) => ({ override, from: override.id.at, apply: shift(series, override) }))
    .sort((a, b) => a.from - b.from);
}

/** Later instances move by as much on the wall clock of the series as the one that the override names. */
function shift({ first }: SeriesStart, { id, start }: Override): FutureChange['apply'] {
  if (start.kind === 'day') {
    const days = dayOfWall(start.wall) - dayOfWall(id.wall);
    return ({ wall }) => ({ ...start, wall: wallOfDay(dayOfWall(wall) + days) });
  }
  if (first.kind === 'day') {
    const later = start.wall - id.wall;
    return ({ wall }) => ({ ...start, wall: wall + later, at: start.zone.toUtc(wall + later) });
  }
  const later = first.zone.toWall(start.at) - id.wall;
  return ({ wall }) => ({ ...first, wall: wall + later, at: first.zone.toUtc(wall + later) });
}

/** How far any change moves an instance at most, in ms. */
export function largestShift(changes: readonly FutureChange[]): number {
  const moved = changes.map(({ override: { id, start } }) => Math.abs(start.wall - id.wall) + 2 * DAY_MS);
  return Math.max(0, ...moved);
}
