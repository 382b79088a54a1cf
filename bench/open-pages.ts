import type { AppRouter } from '@atelier/api/trpc/app-router';
import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import superjson from 'superjson';
import { WebSocket } from 'ws';

export interface Watching {
  readonly artist: string;
  readonly serviceId: string;
  readonly from: string;
  readonly to: string;
}

/** Booking pages that stand open, each with a connection of its own. */
export interface OpenPages extends Disposable {
  /** Resolves when every page has been told of the date with this start not being free any more. */
  untilAllAreTold(start: string): Promise<void>;
}

export async function openPages(origin: string, count: number, watching: Watching): Promise<OpenPages> {
  class FromHere extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { origin } });
    }
  }
  const stack = new DisposableStack();
  let gone: { readonly start: number; left: Set<number>; readonly done: () => void } | null = null;
  const opened = Array.from({ length: count }, (_, page) => {
    const open = Promise.withResolvers<void>();
    const socket = createWSClient({
      url: `${origin.replace('http', 'ws')}/trpc`,
      WebSocket: FromHere as unknown as typeof globalThis.WebSocket,
    });
    const api = createTRPCClient<AppRouter>({ links: [wsLink({ client: socket, transformer: superjson })] });
    const subscription = api.booking.watchSlots.subscribe(watching, {
      onData(told) {
        if (told.kind === 'all') open.resolve();
        else if (gone && concerns(told.days, gone.start) && gone.left.delete(page) && gone.left.size === 0)
          gone.done();
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
    untilAllAreTold(start) {
      const { promise, resolve } = Promise.withResolvers<void>();
      gone = { start: Date.parse(start), left: new Set(opened.keys()), done: resolve };
      return promise;
    },
    [Symbol.dispose]: () => stack.dispose(),
  };
}

type Days = readonly { readonly date: string; readonly slots: readonly { readonly start: Date }[] }[];

/** The day is told anew and the time is not among what is free there. */
function concerns(days: Days, start: number): boolean {
  const date = new Date(start).toISOString().slice(0, 10);
  return days.some((day) => day.date === date && !day.slots.some((slot) => slot.start.getTime() === start));
}
