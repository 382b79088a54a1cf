import { useEffect, useMemo } from 'react';
import { codeOf } from '../api/api-error.ts';
import { trpc } from '../api/trpc.ts';

const AGAIN_MS = 30_000;

/** Says that something is looked at until what it returns is called; `onLost` when the server ended it. */
export type Watch = (onLost: (error: unknown) => void) => () => void;

/**
 * Says what is on the screen, once; that it still is, the line says by being open. A page in the background says nothing,
 * and says it again as soon as somebody comes back to it.
 * @param watch null while there is nothing to watch
 */
export function useTellingWatched(watch: Watch | null): void {
  useEffect(() => (watch ? keepTelling(watch) : undefined), [watch]);
}

function keepTelling(watch: Watch): () => void {
  let stop: (() => void) | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(again);
    stop?.();
    stop = document.visibilityState === 'visible' ? watch(lost) : null;
  };
  // To be told more often is a courtesy: one that is refused costs nothing, and is asked for again later.
  const lost = (error: unknown) => {
    stop = null;
    if (codeOf(error) !== 'UNAUTHORIZED') again = setTimeout(look, AGAIN_MS);
  };
  look();
  document.addEventListener('visibilitychange', look);
  return () => {
    clearTimeout(again);
    document.removeEventListener('visibilitychange', look);
    stop?.();
  };
}

/**
 * Which calendars are on the screen: their accounts are then asked every 15 seconds.
 * @param calendarIds undefined until they are known.
 */
export function useWatching(calendarIds: readonly string[] | undefined): void {
  const { client } = trpc.useUtils();
  const ids = calendarIds?.toSorted().join();
  useTellingWatched(
    useMemo((): Watch | null => {
      if (!ids) return null;
      const input = { calendarIds: ids.split(',') };
      return (onError) => closing(client.agenda.watch.subscribe(input, { onError }));
    }, [client, ids]),
  );
}

export const closing = (stream: { readonly unsubscribe: () => void }) => () => stream.unsubscribe();
