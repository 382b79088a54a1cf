import { createContext, useContext } from 'react';
import type { Offline } from './offline.ts';

export const OfflineContext = createContext<Offline | null>(null);

/** What can be read without the server; null where the browser keeps nothing. */
export function useOffline(): Offline | null {
  return useContext(OfflineContext);
}
