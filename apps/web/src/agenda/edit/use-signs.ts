import { useCallback } from 'react';
import { useWaiting } from './use-waiting.ts';

/** That a change of an event is not at its provider yet, or was refused there. */
export type Sign = 'waiting' | 'refused';

/** By the id of the object. What is at its provider has no sign. */
export function useSigns(): (objectId: string) => Sign | null {
  const waiting = useWaiting();
  return useCallback(
    (objectId) => {
      const write = waiting.get(objectId);
      if (!write) return null;
      return write.state === 'parked' ? 'refused' : 'waiting';
    },
    [waiting],
  );
}
