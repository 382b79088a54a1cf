import type { WallMs } from '../time/civil.ts';
import type { Rule } from './rule.ts';
import type { StepBudget } from './step-budget.ts';

/** Called with each reading of the wall clock in order; false ends the walk. */
export type Visit = (wall: WallMs) => boolean;

/** What to walk: readings later than `start` (DTSTART), at or after `from`, before `to`. */
export interface Walk {
  readonly rule: Rule;
  readonly start: WallMs;
  readonly from: WallMs;
  readonly to: WallMs;
  readonly budget: StepBudget;
  readonly visit: Visit;
}
