import type { Database } from '../database.ts';
import { type Change, latestTick, readChanges } from './change-feed.ts';
import type { Listener } from './listener.ts';

/** What a subscriber hears. `status` is light and undurable: progress and "last synced" moved. */
export type HubEvent =
  | { readonly type: 'change'; readonly change: Change }
  /** Changes were missed that are no longer kept: start over from `tick`. */
  | { readonly type: 'reset'; readonly tick: number }
  | { readonly type: 'status'; readonly calendarIds: readonly string[] | '*' };

export interface ChangeHub extends AsyncDisposable {
  /** Newest tick that every present subscriber has been told of. */
  readonly tick: number;
  /** Another whenever a `status` was heard, or another process is asked: they have no tick. */
  readonly statuses: string;
  subscribe(listen: (event: HubEvent) => void): () => void;
}

/**
 * Reads the change feed once per process and hands every change to all subscribers in order, however
 * many there are. A notification only shortens the wait: what counts is what the feed says.
 * @param name of this hub alone
 */
export async function openChangeHub(
  database: Database,
  listener: Listener,
  name: string,
): Promise<ChangeHub> {
  const listeners = new Set<(event: HubEvent) => void>();
  const emit = (event: HubEvent) => {
    for (const listen of listeners) listen(event);
  };
  let tick = await latestTick(database);
  let statuses = 0;
  let reading: Promise<void> | null = null;
  let again = false;

  async function drain(): Promise<void> {
    const { gap, changes } = await readChanges(database, tick);
    if (gap) {
      tick = await latestTick(database);
      emit({ type: 'reset', tick });
    }
    for (const change of changes) {
      tick = change.tick;
      emit({ type: 'change', change });
    }
    if (changes.length > 0 || gap) await drain();
  }

  function wake(): void {
    if (reading) {
      again = true;
      return;
    }
    again = false;
    reading = drain()
      .catch(() => undefined) // the listener's reconnect wakes us again
      .finally(() => {
        reading = null;
        if (again) wake();
      });
  }

  const quiet = [
    listener.on('atelier_change', wake),
    listener.on('atelier_status', (payload) => {
      statuses += 1;
      emit({ type: 'status', calendarIds: payload === null || payload === '*' ? '*' : payload.split(',') });
    }),
  ];
  wake();
  return {
    get tick() {
      return tick;
    },
    get statuses() {
      return `${name}.${statuses}`;
    },
    subscribe(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    [Symbol.asyncDispose]: async () => {
      for (const stop of quiet) stop();
      await reading;
    },
  };
}
