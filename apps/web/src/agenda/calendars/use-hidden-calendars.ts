import { useMemo } from 'react';
import { useStored } from '../../ui/use-stored.ts';

export interface Hidden {
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  /** Hides all of `ids` but one. */
  readonly only: (id: string, ids: readonly string[]) => void;
  readonly clear: () => void;
}

const read = (stored: string | null): ReadonlySet<string> => new Set(stored?.split(',').filter(Boolean));
const write = (ids: ReadonlySet<string>) => [...ids].join();

/** Which calendars this browser does not show. Kept as what is hidden, so that new calendars are seen. */
export function useHiddenCalendars(): Hidden {
  const [ids, store] = useStored('atelier.hidden', read, write);
  return useMemo(
    () => ({
      has: (id) => ids.has(id),
      toggle: (id) =>
        store(ids.has(id) ? new Set([...ids].filter((other) => other !== id)) : new Set([...ids, id])),
      only: (id, all) => store(new Set(all.filter((other) => other !== id))),
      clear: () => store(new Set()),
    }),
    [ids, store],
  );
}
