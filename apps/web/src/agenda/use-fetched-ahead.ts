import { useEffect } from 'react';

/** Shorter than anybody takes to press something on a page that they have just seen. */
const WHEN_MS = 1_500;

/**
 * Fetches what is not there yet and will be opened, so that nobody waits for it then.
 * @param loads the same array always
 * @param shown whether the page shows what it was opened for: before that, nothing else is fetched
 */
export function useFetchedAhead(loads: readonly (() => Promise<unknown>)[], shown: boolean): void {
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => {
      // What cannot be had now is asked for again by whoever opens it.
      for (const load of loads) load().catch(() => undefined);
    }, WHEN_MS);
    return () => clearTimeout(timer);
  }, [loads, shown]);
}
