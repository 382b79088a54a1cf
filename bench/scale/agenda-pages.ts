import type { AppRouter } from '@atelier/api/trpc/app-router';
import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import superjson from 'superjson';
import { WebSocket } from 'ws';
import type { MonthReader } from './month-reader.ts';

/** Agendas that stand open, each with a connection of its own, and ask for their month again when they hear of a change. */
export interface AgendaPages extends Disposable {
  /** Resolves when every page has heard of a change and has its month anew. */
  untilAllHaveAsked(): Promise<void>;
}

interface Opened {
  readonly origin: string;
  readonly cookie: string;
}

export async function openAgendaPages(pages: readonly Opened[], reader: MonthReader): Promise<AgendaPages> {
  const stack = new DisposableStack();
  let waiting: { readonly left: Set<number>; readonly done: () => void } | null = null;
  const opened = pages.map(({ origin, cookie }, page) => {
    const open = Promise.withResolvers<void>();
    const socket = createWSClient({
      url: `${origin.replace('http', 'ws')}/trpc`,
      WebSocket: socketWith({ origin, cookie }),
    });
    const api = createTRPCClient<AppRouter>({ links: [wsLink({ client: socket, transformer: superjson })] });
    const subscription = api.changes.watch.subscribe(null, {
      onData({ data }) {
        if (data.type === 'hello') open.resolve();
        else if (data.type === 'change' && data.topic === 'events')
          void reader.read(origin, cookie).then(() => {
            if (waiting?.left.delete(page) && waiting.left.size === 0) waiting.done();
          });
      },
      onError: open.reject,
    });
    stack.defer(() => {
      subscription.unsubscribe();
      void socket.close();
    });
    return open.promise;
  });
  await Promise.all(opened);
  return {
    untilAllHaveAsked() {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting = { left: new Set(opened.keys()), done: resolve };
      return promise;
    },
    [Symbol.dispose]: () => stack.dispose(),
  };
}

/** A browser's: it says where its page is from, and who is signed in. */
function socketWith(headers: Readonly<Record<string, string>>): typeof globalThis.WebSocket {
  class Signed extends WebSocket {
    constructor(url: string) {
      super(url, { headers });
    }
  }
  return Signed as unknown as typeof globalThis.WebSocket;
}
