import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

export type Channel = 'atelier_change' | 'atelier_status' | 'atelier_due' | 'atelier_session_end';

export interface Listener extends AsyncDisposable {
  /** Hears every notification on the channel, and `null` after each reconnect, when some may have been missed. */
  on(channel: Channel, listen: (payload: string | null) => void): () => void;
}

/** One dedicated connection that listens on behalf of a whole process, and comes back by itself. */
export async function openListener(url: string): Promise<Listener> {
  const listeners = new Map<Channel, Set<(payload: string | null) => void>>();
  const emit = (channel: Channel, payload: string | null) => {
    for (const listen of listeners.get(channel) ?? []) listen(payload);
  };
  const closing = new AbortController();
  let client = await connect();

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'atelier-listen',
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
    });
    fresh.on('notification', ({ channel, payload }) => emit(channel as Channel, payload ?? ''));
    fresh.on('error', () => undefined);
    await fresh.connect();
    for (const channel of CHANNELS) await fresh.query(`LISTEN ${channel}`);
    fresh.once('end', () => void reconnect());
    return fresh;
  }

  async function reconnect(): Promise<void> {
    for (let wait = 100; !closing.signal.aborted; wait = Math.min(wait * 2, 5_000)) {
      try {
        client = await connect();
        for (const channel of CHANNELS) emit(channel, null);
        return;
      } catch {
        await delay(wait, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
  }

  return {
    on(channel, listen) {
      const set = listeners.get(channel) ?? new Set();
      listeners.set(channel, set.add(listen));
      return () => set.delete(listen);
    },
    [Symbol.asyncDispose]: async () => {
      closing.abort();
      await client.end();
    },
  };
}

const CONNECT_MS = 10_000;

const CHANNELS: readonly Channel[] = [
  'atelier_change',
  'atelier_status',
  'atelier_due',
  'atelier_session_end',
];
