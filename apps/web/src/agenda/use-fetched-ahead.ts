import { useEffect } from 'react';

/** Longer than a page takes to show what it was opened for, and shorter than anybody takes to press something there. */
const WHEN_MS = 1_500;

/** Fetches what is not there yet and will be opened, so that nobody waits for it then. @param loads the same array always */
export function useFetchedAhead(loads: readonly (() => Promise<unknown>)[]): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      // What cannot be had now is asked for again by whoever opens it.
      for (const load of loads) load().catch(() => undefined);
    }, WHEN_MS);
    return () => clearTimeout(timer);
  }, [loads]);
}
