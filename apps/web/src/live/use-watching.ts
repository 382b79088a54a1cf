import { useEffect } from 'react';
import { trpc } from '../api/trpc.ts';

/** A little less often than the server forgets who looks. */
const TELL_EVERY_MS = 30_000;

/**
 * Says which calendars are on the screen, as long as they are: their accounts are then asked every 15 seconds. A page in
 * the background says nothing, and says it again as soon as somebody comes back to it.
 * @param calendarIds undefined until they are known.
 */
export function useWatching(calendarIds: readonly string[] | undefined): void {
  const { client } = trpc.useUtils();
  const ids = calendarIds?.toSorted().join();
  useEffect(() => {
    if (!ids) return;
    const tell = () => {
      if (document.visibilityState !== 'visible') return;
      // One that gets lost costs nothing: the next follows, and the page says by itself when it is cut off.
      client.agenda.watch.mutate({ calendarIds: ids.split(',') }).catch(() => {});
    };
    tell();
    const timer = setInterval(tell, TELL_EVERY_MS);
    document.addEventListener('visibilitychange', tell);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tell);
    };
  }, [client, ids]);
}
