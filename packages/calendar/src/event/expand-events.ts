import type { EpochMs, Flag, Occurrence } from '../occurrence.ts';
import type { StepBudget } from '../rule/step-budget.ts';
import type { TimeValue } from '../time/time-value.ts';
import type { ZoneResolver } from '../zone/resolve-zone.ts';
import type { EventSource } from './event-source.ts';
import { instantOf, type Moment, momentOf } from './moment.ts';
import { type Expansion, expandSeries, inOrder, MAX_OCCURRENCES } from './series/expand-series.ts';
import { defaultLength } from './series/length.ts';
import { occurrenceOf, recurrenceIdOf } from './series/occurrence-of.ts';
import type { Range } from './series/rule-starts.ts';
import { seriesOf } from './series/series.ts';

/** The instances of all events that share one UID: a master with its overrides, or overrides alone. */
export function expandEvents(
  sources: readonly EventSource[],
  zones: ZoneResolver,
  window: Range,
  budget: StepBudget,
): Expansion {
  const found = sources.filter((source) => source.override === null && source.start !== null);
  const masters = latestOf(found);
  const overriding = sources.filter((source) => source.override !== null);
  // Overrides belong to the series; where nothing recurs they belong to what there is.
  const main = masters.findIndex(recurs);
  const parts = masters.map((master, index) =>
    expandMaster(master, index === Math.max(0, main) ? overriding : [], zones, window, budget),
  );
  if (masters.length === 0) parts.push(...overriding.map((source) => expandAlone(source, zones)));
  const all = joined(parts);
  return found.length > 1 ? { ...all, flags: [...all.flags, 'two-masters'] } : all;
}

/**
 * Of several masters under one UID the one with the higher SEQUENCE is the event as it is now (T1); where none is
 * later than the others, all of them stay. One whose RECURRENCE-ID cannot be read is an instance, not a version.
 */
function latestOf(masters: readonly EventSource[]): readonly EventSource[] {
  const versions = masters.filter(({ namesInstance }) => !namesInstance);
  const latest = Math.max(...versions.map(({ sequence }) => sequence));
  return masters.filter(({ namesInstance, sequence }) => namesInstance || sequence === latest);
}

export function recurs(source: EventSource): boolean {
  return source.rules.length > 0 || source.rdates.length > 0;
}

function expandMaster(
  master: EventSource,
  overriding: readonly EventSource[],
  zones: ZoneResolver,
  window: Range,
  budget: StepBudget,
): Expansion {
  const { start } = master;
  if (start === null) return NOTHING;
  if (recurs(master) || overriding.length > 0) {
    return expandSeries(seriesOf(master, start, overriding, zones), window, budget);
  }
  return whole(occurrenceOf(master, start, master.length ?? defaultLength(start), null));
}

/** An override that has no series beside it keeps its RECURRENCE-ID and stands for itself. */
function expandAlone(source: EventSource, zones: ZoneResolver): Expansion {
  const id = source.override && momentOf(source.override.id, zones);
  const start = source.start ?? id;
  if (!id || !start) return NOTHING;
  const occurrence = occurrenceOf(source, start, source.length ?? defaultLength(start), idOf(source, id));
  return { ...whole(occurrence), flags: ['override-without-master'] };
}

function idOf(source: EventSource, id: Moment): string {
  const isDate: TimeValue['kind'] | undefined = source.override?.id.kind;
  return recurrenceIdOf(isDate === 'date' ? 'day' : 'clock', { wall: id.wall, at: instantOf(id) });
}

const NOTHING: Expansion = { occurrences: [], flags: [], firstStart: null, lastEnd: null };

function whole(occurrence: Occurrence): Expansion {
  return { occurrences: [occurrence], flags: [], firstStart: occurrence.start, lastEnd: occurrence.end };
}

/** Several expansions as one: the earliest start, the latest end, nothing more than is kept of one. */
export function joined(parts: readonly Expansion[]): Expansion {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const occurrences = inOrder(parts.flatMap((part) => part.occurrences));
  const tooMany: Flag[] = occurrences.length > MAX_OCCURRENCES ? ['too-many'] : [];
  return {
    occurrences: occurrences.slice(0, MAX_OCCURRENCES),
    flags: [...new Set([...parts.flatMap((part) => part.flags), ...tooMany])],
    firstStart: extreme(
      parts.map((part) => part.firstStart),
      Math.min,
    ),
    lastEnd: endless(parts)
      ? null
      : extreme(
          parts.map((part) => part.lastEnd),
          Math.max,
        ),
  };
}

function endless(parts: readonly Expansion[]): boolean {
  return parts.some((part) => part.lastEnd === null && part.firstStart !== null);
}

function extreme(
  values: readonly (EpochMs | null)[],
  pick: (a: number, b: number) => number,
): EpochMs | null {
  return values.reduce((a, b) => (a === null || b === null ? (a ?? b) : pick(a, b)), null);
}
