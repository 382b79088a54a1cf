import type { EpochMs } from '../../occurrence.ts';
import type { Rule } from '../../rule/rule.ts';
import type { StepBudget } from '../../rule/step-budget.ts';
import { type DayNumber, dayOfWall } from '../../time/civil.ts';
import type { TimeValue } from '../../time/time-value.ts';
import { forEachStart, type Range, type SeriesStart, type Start, startNamed } from './rule-starts.ts';

/** The instances that EXDATE takes out of a series, and EXRULE where an old file has one. */
export class Exclusions {
  readonly #instants = new Set<EpochMs>();
  // A date takes out whatever begins on that day, as several clients write it for timed series.
  readonly #days = new Set<DayNumber>();

  constructor(series: SeriesStart, exdates: readonly TimeValue[]) {
    for (const time of exdates) {
      if (time.kind === 'date') this.#days.add(time.day);
      else this.#instants.add(startNamed(series, time).at);
    }
  }

  addRules(series: SeriesStart, rules: readonly Rule[], range: Range, budget: StepBudget): void {
    for (const rule of rules) {
      forEachStart(series, rule, range, budget, ({ at }) => this.#instants.add(at).size > 0);
    }
  }

  has({ wall, at }: Start): boolean {
    return this.#instants.has(at) || (this.#days.size > 0 && this.#days.has(dayOfWall(wall)));
  }
}
