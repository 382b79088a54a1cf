import { done, type Outcome, type Refusal, refusalFor } from '../outcome.ts';
import type { Counted, Limited, Limiter } from './limiter.ts';

/** @param limiter null where limits are off. @returns what was counted; null where nothing is. */
export async function withinLimit(
  limiter: Limiter | null,
  what: Limited,
  who: string,
  points = 1,
): Promise<Outcome<Counted | null>> {
  if (limiter === null) return done(null);
  const counted = await limiter.take(what, who, points);
  if (counted.allowed) return done(counted);
  return { ok: false, refusal: tooOften(counted.resetSeconds) };
}

/** The same words for every limit. */
export function tooOften(seconds: number): Refusal {
  return refusalFor('too-many', 'too-often', { seconds: Math.max(Math.ceil(seconds), 1) });
}
