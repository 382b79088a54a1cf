import type { EpochMs, Flag, Occurrence } from '../../occurrence.ts';
import { StepBudget } from '../../rule/step-budget.ts';
import { instantOf } from '../moment.ts';
import { endOf, type Length, longest } from './length.ts';
import { occurrenceOf, recurrenceIdOf, touches } from './occurrence-of.ts';
import { largestShift, type Override } from './overrides.ts';
import {
  EVER,
  forEachStart,
  isWithin,
  lastStart,
  type Range,
  ruleEnd,
  type Start,
  startAt,
} from './rule-starts.ts';
import { applyExcludedRules, type Instance, isLeft, placed, reachOf, type Series } from './series.ts';

/** What a series or a single event comes to. */
export interface Expansion {
  readonly occurrences: readonly Occurrence[];
  readonly flags: readonly Flag[];
  readonly firstStart: EpochMs | null;
  readonly lastEnd: EpochMs | null;
}

/** More in one window is no calendar that anybody reads. */
export const MAX_OCCURRENCES = 5_000;
// What building one costs, in steps of a walk.
const OCCURRENCE_STEPS = 20;
// Looking for the first and the last instance is a convenience; it must not eat what the window needs.
const EDGE_STEPS = 20_000;

/** The instances of a series that touch the window, ordered by start. */
export function expandSeries(series: Series, window: Range, budget: StepBudget): Expansion {
  const reach = reachOf(series, window);
  applyExcludedRules(series, reach, budget);
  const overridden = [...series.overrides.values()].map((override) => overriddenIn(series, override));
  const occurrences = [
    ...plannedIn(series, window, reach, budget),
    ...overridden.filter((occurrence) => touches(occurrence, window)),
  ];
  const firstStart = firstStartOf(series, overridden);
  const flags: Flag[] = [];
  if (budget.exhausted) flags.push('too-complex');
  if (occurrences.length > MAX_OCCURRENCES) flags.push('too-many');
  if (firstStart === null) flags.push('no-instances');
  return {
    occurrences: inOrder(occurrences).slice(0, MAX_OCCURRENCES),
    flags,
    firstStart,
    lastEnd: lastEndOf(series, overridden),
  };
}

export function inOrder(occurrences: readonly Occurrence[]): Occurrence[] {
  return occurrences.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** What DTSTART, RRULE and RDATE give and no override replaces; one more than is kept where there are too many. */
function plannedIn(series: Series, window: Range, reach: Range, budget: StepBudget): Occurrence[] {
  const found = new Map<EpochMs, Occurrence>();
  const add = (instance: Instance): boolean => {
    const { at } = instance.start;
    if (!isLeft(series, instance.start) || found.has(at)) return true;
    const occurrence = plannedOccurrence(series, instance);
    if (!touches(occurrence, window)) return true;
    found.set(at, occurrence);
    return found.size <= MAX_OCCURRENCES && budget.spend(OCCURRENCE_STEPS);
  };
  // RDATE first: a PERIOD knows its length better than the rule that may give the same start.
  for (const instance of series.extra) add(instance);
  const { length } = series;
  if (beginsItself(series)) add({ start: startAt(series, series.first.wall), length });
  for (const rule of series.master.rules) {
    forEachStart(series, rule, reach, budget, (start) => add({ start, length }));
  }
  return [...found.values()];
}

/**
 * DTSTART is an instance even where the rule does not give it (RFC 5545, 3.8.5.3), but not where UNTIL ends the
 * series before it begins: that is how clients write a series of which everything was deleted.
 */
export function beginsItself(series: Series): boolean {
  const { rules } = series.master;
  const first = startAt(series, series.first.wall);
  return rules.length === 0 || rules.some((rule) => isWithin(ruleEnd(series, rule), first));
}

function plannedOccurrence(series: Series, instance: Instance): Occurrence {
  const { source, moment, length } = placed(series, instance);
  return occurrenceOf(source, moment, length, recurrenceIdOf(series.first.kind, instance.start));
}

function overriddenIn(series: Series, { source, start, length, id }: Override): Occurrence {
  return occurrenceOf(source, start, length, recurrenceIdOf(series.first.kind, id));
}

/** Null where every instance is excluded. */
function firstStartOf(series: Series, overridden: readonly Occurrence[]): EpochMs | null {
  const starts: EpochMs[] = overridden.map((occurrence) => occurrence.start);
  const add = (start: Start): boolean => {
    if (!isLeft(series, start)) return false;
    starts.push(instantOf(placed(series, { start, length: series.length }).moment));
    return true;
  };
  for (const { start } of series.extra) add(start);
  if (!(beginsItself(series) && add(startAt(series, series.first.wall)))) {
    const budget = new StepBudget(EDGE_STEPS);
    for (const rule of series.master.rules) {
      forEachStart(series, rule, EVER, budget, (start) => !add(start));
    }
  }
  return starts.length > 0 ? Math.min(...starts) : null;
}

/** Null where a rule never ends; a bound where UNTIL, an exception or THISANDFUTURE leaves that open. */
function lastEndOf(series: Series, overridden: readonly Occurrence[]): EpochMs | null {
  const { length, first, master, extra, changes } = series;
  const ends: EpochMs[] = overridden.map((occurrence) => occurrence.end);
  const add = (start: Start, run: Length) => ends.push(endOf(run, start.wall, start.at, first.zone));
  add(startAt(series, first.wall), length);
  for (const instance of extra) add(instance.start, instance.length);
  const budget = new StepBudget(EDGE_STEPS);
  for (const rule of master.rules) {
    const last = lastStart(series, rule, budget);
    if (last === null) return null;
    add(last, length);
  }
  const changed = changes.map((change) => longest(change.override.length));
  return maximum(ends) + largestShift(changes) + Math.max(0, ...changed);
}

function maximum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}
