import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import type { ApiClient } from '../api/client.ts';
import { LiveContext } from './live-context.ts';
import { createLiveFeed } from './live-feed.ts';
import { isStale, questionOf } from './staleness.ts';

interface LiveProviderProps {
  readonly client: ApiClient;
  readonly onSignedOut: () => void;
  readonly children: ReactNode;
}

/** Keeps every answer of the app as fresh as the change feed: what a change concerns is asked again, and nothing else. */
export function LiveProvider({ client, onSignedOut, children }: LiveProviderProps) {
  const queries = useQueryClient();
  const feed = useMemo(
    () =>
      createLiveFeed({
        client,
        onSignedOut,
        onStale: (staleness) =>
          void queries.invalidateQueries({
            predicate: ({ queryKey }) => isStale(questionOf(queryKey), staleness),
          }),
      }),
    [client, onSignedOut, queries],
  );
  useEffect(() => feed.open(), [feed]);
  return <LiveContext value={feed}>{children}</LiveContext>;
}
