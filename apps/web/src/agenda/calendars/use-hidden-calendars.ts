import { useMemo } from 'react';
import { useStored } from '../../ui/use-stored.ts';

export interface Hidden {
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  /** Hides all of `ids` but these. */
  readonly only: (shown: readonly string[], ids: readonly string[]) => void;
  /** This one alone, or all again where it is alone already. */
  readonly solo: (id: string, ids: readonly string[]) => void;
  readonly clear: () => void;
}

const read = (stored: string | null): ReadonlySet<string> => new Set(stored?.split(',').filter(Boolean));
const write = (ids: ReadonlySet<string>) => [...ids].join();

/** Which calendars this browser does not show. Kept as what is hidden, so that new calendars are seen. */
export function useHiddenCalendars(): Hidden {
  const [hidden, store] = useStored('atelier.hidden', read, write);
  return useMemo(() => {
    const only = (shown: readonly string[], ids: readonly string[]) =>
      store(new Set(ids.filter((id) => !shown.includes(id))));
    return {
      has: (id) => hidden.has(id),
      toggle: (id) =>
        store(
          hidden.has(id) ? new Set([...hidden].filter((other) => other !== id)) : new Set([...hidden, id]),
        ),
      only,
      solo: (id, ids) =>
        ids.every((other) => hidden.has(other) === (other !== id)) ? store(new Set()) : only([id], ids),
      clear: () => store(new Set()),
    };
  }, [hidden, store]);
}
