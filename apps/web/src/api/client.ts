import type { AppRouter } from '@atelier/api/trpc/app-router';
import {
  createTRPCClient,
  createWSClient,
  httpBatchLink,
  httpLink,
  splitLink,
  type TRPCClient,
  type TRPCLink,
  wsLink,
} from '@trpc/client';
import superjson from 'superjson';

type Fetch = typeof globalThis.fetch;

/** The events of a month wait for no other answer, nor any other for them. */
const LARGEST = 'agenda.events';

/** Questions go by HTTP, in batches; the one live stream by WebSocket, which opens with the first subscriber. */
export function apiLinks(
  origin: string,
  fetch: Fetch = globalThis.fetch.bind(globalThis),
): TRPCLink<AppRouter>[] {
  const socket = createWSClient({
    url: `${origin.replace(/^http/, 'ws')}/trpc`,
    // The server knows the person from the moment of connecting: a sign-out must close the socket.
    lazy: { enabled: true, closeMs: 0 },
    keepAlive: { enabled: true, intervalMs: 5_000, pongTimeoutMs: 2_000 },
    retryDelayMs: (attempt) => (attempt === 0 ? 0 : Math.min(500 * 2 ** attempt, 8_000)),
  });
  const http = {
    url: `${origin}/trpc`,
    transformer: superjson,
    fetch: (input: RequestInfo | URL, init?: unknown) => fetch(input, init as RequestInit),
  };
  return [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: wsLink({ client: socket, transformer: superjson }),
      false: splitLink({
        condition: ({ path }) => path === LARGEST,
        true: httpLink(http),
        false: httpBatchLink({
          ...http,
          maxURLLength: 8_000,
          // The server takes no more at once.
          maxItems: 20,
        }),
      }),
    }),
  ];
}

export type ApiClient = TRPCClient<AppRouter>;

interface ClientOptions {
  readonly fetch?: Fetch;
  /** What sees every question on its way, and every answer on its way back. */
  readonly before?: readonly TRPCLink<AppRouter>[];
}

export function createApiClient(origin: string, { fetch, before = [] }: ClientOptions = {}): ApiClient {
  return createTRPCClient<AppRouter>({ links: [...before, ...apiLinks(origin, fetch)] });
}
