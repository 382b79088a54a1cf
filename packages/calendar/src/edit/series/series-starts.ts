import { beginsItself } from '../../event/series/expand-series.ts';
import {
  EVER,
  forEachStart,
  type Range,
  type Start,
  startAt,
  startNamed,
} from '../../event/series/rule-starts.ts';
import { applyExcludedRules, type Instance, isLeft, type Series } from '../../event/series/series.ts';
import type { EpochMs } from '../../occurrence.ts';
import type { Rule } from '../../rule/rule.ts';
import { StepBudget } from '../../rule/step-budget.ts';
import { parseTime } from '../../time/time-value.ts';
import { refuse } from '../text/refused.ts';

/** As much as reading an object may cost. */
const STEPS = 250_000;

function budgeted<T>(work: (budget: StepBudget) => T, budget = new StepBudget(STEPS)): T {
  const result = work(budget);
  if (budget.exhausted) refuse('edit-rule-complex');
  return result;
}

/**
 * The first instance in the range that DTSTART, RDATE or a rule gives and `accept` takes, whether or not EXDATE or an
 * override stands against it. Looks at RDATE and DTSTART before the rules.
 */
export function findPlanned(
  series: Series,
  range: Range,
  accept: (instance: Instance) => boolean = () => true,
  spend?: StepBudget,
): Instance | null {
  const { length } = series;
  const fits = (instance: Instance) =>
    instance.start.at >= range.from && instance.start.at < range.to && accept(instance);
  const first = { start: startAt(series, series.first.wall), length };
  const given = [...series.extra, ...(beginsItself(series) ? [first] : [])].find(fits);
  if (given) return given;
  return budgeted((budget) => {
    const found: Instance[] = [];
    for (const rule of series.master.rules) {
      forEachStart(series, rule, range, budget, (start) => {
        if (found.length === 0 && accept({ start, length })) found.push({ start, length });
        return found.length === 0;
      });
    }
    return found[0] ?? null;
  }, spend);
}

/** The planned instance that begins at this instant. */
export function plannedAt(series: Series, at: EpochMs, spend?: StepBudget): Instance | null {
  return findPlanned(series, only(at), ({ start }) => start.at === at, spend);
}

/** Just that instant. */
export function only(at: EpochMs): Range {
  return { from: at, to: at + 1 };
}

/** Whether anything of the series is left in the range of original starts: planned and not excluded, or an override. */
export function hasInstance(series: Series, range: Range = EVER): boolean {
  const overridden = [...series.overrides.keys()].some((at) => at >= range.from && at < range.to);
  if (overridden) return true;
  budgeted((budget) => applyExcludedRules(series, range, budget));
  return findPlanned(series, range, ({ start }) => isLeft(series, start)) !== null;
}

/** How many instances of one rule, DTSTART among them, begin before that instant, excluded ones too. */
export function countBefore(series: Series, rule: Rule, at: EpochMs): number {
  return budgeted((budget) => {
    let count = 1;
    forEachStart(series, rule, { from: EVER.from, to: at }, budget, () => ++count > 0);
    return count;
  });
}

/** The instance that an Occurrence's recurrence id names. */
export function startOfId(series: Series, recurrenceId: string): Start {
  const time = parseTime(recurrenceId);
  return time ? startNamed(series, time) : noSuchOccurrence();
}

export function noSuchOccurrence(): never {
  return refuse('edit-no-occurrence');
}
