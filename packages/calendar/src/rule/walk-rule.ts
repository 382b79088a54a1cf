import { isSubDaily } from './rule.ts';
import type { Walk } from './walk.ts';
import { walkCalendar } from './walk-calendar.ts';
import { walkClock } from './walk-clock.ts';

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
