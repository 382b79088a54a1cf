import { done, type Outcome, type Refusal } from '../outcome.ts';
import type { Counted, Limited, Limiter } from './limiter.ts';

/** @param limiter null where limits are off. @returns what was counted; null where nothing is. */
export async function withinLimit(
  limiter: Limiter | null,
  what: Limited,
  ip: string,
): Promise<Outcome<Counted | null>> {
  if (limiter === null) return done(null);
  const counted = await limiter.take(what, ip);
  if (counted.allowed) return done(counted);
  return { ok: false, refusal: tooMany(counted.resetSeconds) };
}

/** The same words for every limit. */
export function tooMany(seconds: number): Refusal {
  const wait = seconds < 90 ? `${Math.max(seconds, 1)} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return {
    kind: 'too-many',
    message: 'Too much was asked from your address in a short time.',
    hint: `What you have typed is safe. Try again in ${wait}.`,
  };
}
