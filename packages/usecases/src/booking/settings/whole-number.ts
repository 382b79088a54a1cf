import { type Outcome, refused } from '../../outcome.ts';

/** Least, most, and the sentence that says so. */
export type Bounds = readonly [least: number, most: number, message: string];

/** Whether the numbers that are given are whole and within their bounds. */
export function wrongNumber<All extends Readonly<Record<string, Bounds>>>(
  given: { readonly [Name in keyof All]?: number | null | undefined },
  bounds: All,
): Outcome<never> | null {
  for (const [name, [least, most, message]] of Object.entries(bounds)) {
    const value = given[name];
    if (value === undefined || value === null) continue;
    if (!Number.isInteger(value) || value < least || value > most) return refused('invalid', message);
  }
  return null;
}
