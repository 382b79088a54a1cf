import type { Guesses } from '@atelier/database/abuse/sign-in-store';

/** Tries that cost nothing but their own time: a person with two passwords in mind. */
const FREE = 5;
const FIRST_WAIT_SECONDS = 15;
const LONGEST_WAIT_SECONDS = 900;
/** After this long without a try, counting begins anew. */
export const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

/** Milliseconds until the next try, after so many that failed: doubled each time, a quarter of an hour at most. */
export function waitAfter(tries: number): number {
  if (tries < FREE) return 0;
  return Math.min(FIRST_WAIT_SECONDS * 2 ** (tries - FREE), LONGEST_WAIT_SECONDS) * 1_000;
}

/** One more try: how the count stands then; or how many seconds there are to wait. */
export function nextTry(
  { tries, lastTryAt, waitUntil }: Guesses,
  now: Date,
):
  | { readonly allowed: true; readonly guesses: Guesses }
  | { readonly allowed: false; readonly seconds: number } {
  // Two who come at once need not read their clocks in the order in which they are counted.
  const left = waitAfter(tries) === 0 ? 0 : waitUntil.getTime() - now.getTime();
  if (left > 0) return { allowed: false, seconds: Math.ceil(left / 1_000) };
  const stale = now.getTime() - lastTryAt.getTime() > FORGOTTEN_AFTER_MS;
  const counted = (stale ? 0 : tries) + 1;
  const until = new Date(now.getTime() + waitAfter(counted));
  return { allowed: true, guesses: { tries: counted, lastTryAt: now, waitUntil: until } };
}
