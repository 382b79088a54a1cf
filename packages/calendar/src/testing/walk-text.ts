import { parseRule } from '../rule/parse-rule.ts';
import { StepBudget } from '../rule/step-budget.ts';
import { walkRule } from '../rule/walk-rule.ts';

/** The starts of a series from `from` to before `to`, as wall-clock times: `2026-03-02T10:00:00`. */
export function walk(text: string, start: number, from: number, to: number): string[] {
  const rule = parseRule(text);
  if (!rule) throw new Error(`${text} was not read`);
  const walls: number[] = [];
  const budget = new StepBudget(1e9);
  walkRule({ rule, start, from, to, budget, visit: (wall) => walls.push(wall) > 0 });
  return walls.map(wallTime);
}

export function wallTime(wall: number): string {
  return new Date(wall).toISOString().slice(0, 19);
}
