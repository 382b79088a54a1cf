import { outOfReach } from '../out-of-reach.ts';
import { REAL_TIMERS, type Timers } from './timers.ts';

/** A little less often than it is forgotten who looks. */
const TELL_EVERY_MS = 30_000;

/**
 * Tells that somebody looks, now and again and again as long as `signal` lasts: the browser says so once, and that it has
 * gone is known by its line. Yields when it was told first.
 */
export async function* whileWatched(
  tell: () => Promise<void>,
  signal: AbortSignal,
  timers: Timers = REAL_TIMERS,
): AsyncGenerator<'told', void, undefined> {
  await tell();
  yield 'told';
  while (await anotherWhile(signal, timers)) await toldIfReached(tell);
}

/** False when nobody looks any more. */
function anotherWhile(signal: AbortSignal, timers: Timers): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const stop = timers.after(TELL_EVERY_MS, () => resolve(true));
  const end = () => resolve(false);
  signal.addEventListener('abort', end, { once: true });
  return promise.finally(() => {
    stop();
    signal.removeEventListener('abort', end);
  });
}

/** Where the database is away nobody is synchronised more often anyway; the next time may find it. */
async function toldIfReached(tell: () => Promise<void>): Promise<void> {
  try {
    await tell();
  } catch (error) {
    if (!outOfReach(error)) throw error;
  }
}
