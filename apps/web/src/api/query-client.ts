import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { codeOf, isAway } from './api-error.ts';
import { sharedAnswer } from './shared-answer.ts';

const ATTEMPTS = 3;

/** Answers stay fresh until the change feed says otherwise, so nothing is asked again by the clock or by focus. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (codeOf(error) === 'UNAUTHORIZED') onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        structuralSharing: sharedAnswer,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // A question that waits for the network would spin without an end; one that fails says so.
        networkMode: 'always',
        // What the server has refused it will refuse again.
        retry: (failures, error) => isAway(error) && failures < ATTEMPTS - 1,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
