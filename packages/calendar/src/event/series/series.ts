import type { EpochMs } from '../../occurrence.ts';
import type { StepBudget } from '../../rule/step-budget.ts';
import type { TimeEntry } from '../../text/time-property.ts';
import type { ZoneResolver } from '../../zone/resolve-zone.ts';
import type { EventSource } from '../event-source.ts';
import type { Moment } from '../moment.ts';
import { Exclusions } from './exclusions.ts';
import { defaultLength, type Length, longest, periodLength } from './length.ts';
import {
  type FutureChange,
  futureChanges,
  largestShift,
  momentAt,
  type Override,
  overridesOf,
} from './overrides.ts';
import { type Range, type SeriesStart, type Start, startNamed } from './rule-starts.ts';

/** A master with all that changes its instances. */
export interface Series extends SeriesStart {
  readonly master: EventSource;
  readonly length: Length;
  readonly extra: readonly Instance[];
  readonly exclusions: Exclusions;
  readonly overrides: ReadonlyMap<EpochMs, Override>;
  readonly changes: readonly FutureChange[];
}

/** An instance as the rule or RDATE has it, before overrides. */
export interface Instance {
  readonly start: Start;
  readonly length: Length;
}

export function seriesOf(
  master: EventSource,
  first: Moment,
  overriding: readonly EventSource[],
  zones: ZoneResolver,
): Series {
  const begin: SeriesStart = { first, zones };
  const length = master.length ?? defaultLength(first);
  const overrides = overridesOf(begin, length, overriding);
  return {
    ...begin,
    master,
    length,
    extra: master.rdates.map((entry) => extraInstance(begin, entry, length)),
    exclusions: new Exclusions(begin, master.exdates),
    overrides,
    changes: futureChanges(begin, overrides.values()),
  };
}

/** An RDATE; a PERIOD brings its own length (RFC 5545, 3.8.5.2). */
function extraInstance(series: SeriesStart, entry: TimeEntry, length: Length): Instance {
  const start = startNamed(series, entry.time);
  if (entry.end === null) return { start, length };
  return { start, length: periodLength(momentAt(series.first, start), entry, length, series.zones).length };
}

/** The range in which an instance may begin and still touch the window once it is moved and has its length. */
export function reachOf(series: Series, window: Range): Range {
  const lengths = [series.length, ...series.changes.map((change) => change.override.length)];
  const longestRun = Math.max(...lengths.map(longest));
  const shift = largestShift(series.changes);
  return { from: window.from - longestRun - shift, to: window.to + shift };
}

export function isLeft(series: Series, start: Start): boolean {
  return !series.exclusions.has(start) && !series.overrides.has(start.at);
}

/** EXRULE is worked out only as far as it is asked for. */
export function applyExcludedRules(series: Series, range: Range, budget: StepBudget): void {
  series.exclusions.addRules(series, series.master.excludedRules, range, budget);
}

/** Where and how long an instance really is, after the last THISANDFUTURE before it. */
export function placed(
  series: Series,
  { start, length }: Instance,
): {
  readonly source: EventSource;
  readonly moment: Moment;
  readonly length: Length;
} {
  const change = series.changes.findLast(({ from }) => from <= start.at);
  if (change)
    return { source: change.override.source, moment: change.apply(start), length: change.override.length };
  return { source: series.master, moment: momentAt(series.first, start), length };
}
