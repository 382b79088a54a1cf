import { DAY_MS, type WallMs } from '../time/civil.ts';
import type { Rule } from './rule.ts';
import type { StepBudget } from './step-budget.ts';

/** The times of day a rule allows, in ms after midnight, ascending. What it does not say, DTSTART says. */
export function timesOfDay(rule: Rule, start: WallMs, budget: StepBudget): number[] {
  const second = Math.floor((((start % DAY_MS) + DAY_MS) % DAY_MS) / 1_000);
  const hours = orElse(rule.byHour, Math.floor(second / 3_600));
  const minutes = orElse(rule.byMinute, Math.floor(second / 60) % 60);
  const seconds = orElse(rule.bySecond, second % 60);
  if (!budget.spend(hours.length * minutes.length * seconds.length)) return [];
  return combine(combine(hours, minutes), seconds).map((value) => value * 1_000);
}

/** Every coarse unit with every fine one: hours and minutes become minutes. */
export function combine(coarse: readonly number[], fine: readonly number[]): number[] {
  return coarse.flatMap((unit) => fine.map((part) => unit * 60 + part));
}

export function orElse(numbers: readonly number[], fallback: number): readonly number[] {
  return numbers.length > 0 ? numbers : [fallback];
}

/** The indices that BYSETPOS picks out of a set of that size, ascending; all of them without BYSETPOS. */
export function pickedIndices(positions: readonly number[], size: number): number[] {
  const indices = positions
    .map((position) => (position > 0 ? position - 1 : size + position))
    .filter((index) => index >= 0 && index < size);
  return [...new Set(indices)].sort((a, b) => a - b);
}
