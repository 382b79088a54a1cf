import type { NumberName } from '@atelier/words/refusals/given';
import { type Outcome, refusedFor } from '../../outcome.ts';

/** Least, most, and what it is in the sentence that refuses it. */
export type Bounds = readonly [least: number, most: number, field: NumberName];

/** Whether the numbers that are given are whole and within their bounds. */
export function wrongNumber<All extends Readonly<Record<string, Bounds>>>(
  given: { readonly [Name in keyof All]?: number | null | undefined },
  bounds: All,
): Outcome<never> | null {
  for (const [name, [least, most, field]] of Object.entries(bounds)) {
    const value = given[name];
    if (value === undefined || value === null) continue;
    if (!Number.isInteger(value) || value < least || value > most)
      return refusedFor('invalid', 'number-out', { field });
  }
  return null;
}
