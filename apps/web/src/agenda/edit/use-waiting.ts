import { useMemo } from 'react';
import type { WaitingWrite } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';

/** What has not reached its provider yet, by the event that it is about. */
export function useWaiting(): ReadonlyMap<string, WaitingWrite> {
  const { data } = trpc.conflicts.waiting.useQuery({});
  return useMemo(
    () => new Map(data?.flatMap((write) => (write.objectId === null ? [] : [[write.objectId, write]]))),
    [data],
  );
}
