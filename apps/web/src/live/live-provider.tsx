import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import type { ApiClient } from '../api/client.ts';
import { createAgendaKeeper } from '../offline/kept/keep-agenda.ts';
import { useOffline } from '../offline/offline-context.ts';
import { useKeeping } from '../offline/use-keeping.ts';
import type { AnsweredSince } from './answered-since.ts';
import { LiveContext } from './live-context.ts';
import { createLiveFeed } from './live-feed.ts';
import { isStale, questionOf } from './staleness.ts';

interface LiveProviderProps {
  readonly client: ApiClient;
  readonly since: AnsweredSince;
  readonly onSignedOut: () => void;
  readonly children: ReactNode;
}

/** Keeps every answer of the app as fresh as the change feed: what a change concerns is asked again, and nothing else. */
export function LiveProvider({ client, since, onSignedOut, children }: LiveProviderProps) {
  const queries = useQueryClient();
  const offline = useOffline();
  const keeper = useMemo(
    () =>
      offline &&
      createAgendaKeeper({
        kept: offline.kept,
        ask: ({ from, to }) => client.agenda.events.query({ from, to }),
        clock: () => new Date(),
      }),
    [offline, client],
  );
  const feed = useMemo(
    () =>
      createLiveFeed({
        client,
        since,
        onSignedOut,
        onStale: (staleness) => {
          keeper?.heard(staleness);
          void queries.invalidateQueries({
            predicate: ({ queryKey }) => isStale(questionOf(queryKey), staleness),
          });
        },
      }),
    [client, since, keeper, onSignedOut, queries],
  );
  useEffect(() => feed.open(), [feed]);
  useKeeping({ offline, keeper, feed });
  return <LiveContext value={feed}>{children}</LiveContext>;
}
