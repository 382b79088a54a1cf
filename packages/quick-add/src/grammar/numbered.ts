import { type Rule, rule } from './pattern.ts';
import type { Category } from './values.ts';

/** Words that stand for a number each, in order from the first number on. */
export function numbered(category: Category, first: number, names: readonly string[]): readonly Rule[] {
  return names.map((name, index) => rule(category as 'word', name, () => first + index));
}

/** A week has seven days: a longer list is none. */
export const listed = (day: number, days: readonly number[]): readonly number[] | null =>
  days.length < 7 ? [day, ...days] : null;
