import { useEffect, useMemo } from 'react';
import { trpc } from '../api/trpc.ts';

/** A little less often than the server forgets who looks. */
const TELL_EVERY_MS = 30_000;

/**
 * Says what is on the screen, as long as it is. A page in the background says nothing, and says it again as soon as
 * somebody comes back to it.
 * @param watch null while there is nothing to watch; one that gets lost costs nothing: the next follows, and the page says
 * by itself when it is cut off.
 */
export function useTellingWatched(watch: (() => Promise<unknown>) | null): void {
  useEffect(() => {
    if (!watch) return;
    const tell = () => {
      if (document.visibilityState === 'visible') watch().catch(() => {});
    };
    tell();
    const timer = setInterval(tell, TELL_EVERY_MS);
    document.addEventListener('visibilitychange', tell);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tell);
    };
  }, [watch]);
}

/**
 * Which calendars are on the screen: their accounts are then asked every 15 seconds.
 * @param calendarIds undefined until they are known.
 */
export function useWatching(calendarIds: readonly string[] | undefined): void {
  const { client } = trpc.useUtils();
  const ids = calendarIds?.toSorted().join();
  useTellingWatched(
    useMemo(
      () => (ids ? () => client.agenda.watch.mutate({ calendarIds: ids.split(',') }) : null),
      [client, ids],
    ),
  );
}
