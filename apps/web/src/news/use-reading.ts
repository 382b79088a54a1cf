import { useCallback } from 'react';
import { trpc } from '../api/trpc.ts';

/** Marks news as read, for this person; null: everything. The lists follow by the feed of changes. */
export function useReading(): (ids: readonly string[] | null) => void {
  const { client, news } = trpc.useUtils();
  return useCallback(
    (ids) => {
      const read = client.news.read.mutate({ ids: ids === null ? null : [...ids] });
      // What could not be marked shows as unread still.
      void read.catch(() => undefined).then(() => news.list.invalidate());
    },
    [client, news],
  );
}
