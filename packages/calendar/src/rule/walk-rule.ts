import type { WallMs } from '../time/civil.ts';
import { isSubDaily, type Rule } from './rule.ts';
import type { StepBudget } from './step-budget.ts';
import { walkCalendar } from './walk-calendar.ts';
import { walkClock } from './walk-clock.ts';

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

/**
 * The wall clock readings that a rule produces, in ascending order. Nothing before `from` is walked over, so
 * an old rule costs no more than a new one. DTSTART itself is not visited: it is an instance whether or not
 * the rule produces it. COUNT and UNTIL are for the caller, who knows the zone. Ends silently when the budget
 * does; ask the budget.
 */
export function walkRule(walk: Walk): void {
  if (isSubDaily(walk.rule)) walkClock(walk);
  else walkCalendar(walk);
}
