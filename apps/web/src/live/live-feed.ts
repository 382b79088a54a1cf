import type { Watched } from '../api/answers.ts';
import type { ApiClient } from '../api/client.ts';
import { codeOf } from '../api/problem.ts';
import { createBatch } from './batch.ts';
import { dropped, failed, FIRST_LINE, type Line, type LiveState, liveStateOf, opened } from './live-state.ts';
import { type Staleness, stalenessOf } from './staleness.ts';

const CHANGES_MS = 200;
const STATUS_MS = 300;

export interface LiveFeedOptions {
  readonly client: ApiClient;
  readonly onStale: (staleness: Staleness) => void;
  readonly onSignedOut: () => void;
}

export interface LiveFeed {
  readonly state: () => LiveState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly close: () => void;
}

/** The one live stream of the app. It resumes after the last event seen, by itself. */
export function openLiveFeed({ client, onStale, onSignedOut }: LiveFeedOptions): LiveFeed {
  const listeners = new Set<() => void>();
  let line: Line = { ...FIRST_LINE, online: navigator.onLine };
  const move = (next: Line) => {
    line = next;
    for (const listener of listeners) listener();
  };
  const deliver = (changes: readonly Watched[]) => onStale(stalenessOf(changes));
  const changes = createBatch(CHANGES_MS, deliver);
  const status = createBatch(STATUS_MS, deliver);

  const greeted = () => {
    // Before the first greeting anything may have changed unseen; later the stream resumes where it
    // was cut, except for states of synchronisation, which it does not keep.
    changes.add(line.wasOpen ? { type: 'status', calendarIds: '*' } : { type: 'reset' });
    move(opened(line));
  };
  const subscription = client.changes.watch.subscribe(undefined, {
    onData: ({ data }) => {
      if (data.type === 'hello') greeted();
      else (data.type === 'status' ? status : changes).add(data);
    },
    onConnectionStateChange: ({ state, error }) => {
      if (state === 'connecting') move(error ? failed(line) : dropped(line));
    },
    onError: (error) => {
      if (codeOf(error) === 'UNAUTHORIZED') onSignedOut();
      else move(failed(line));
    },
  });
  const network = new AbortController();
  const look = () => move({ ...line, online: navigator.onLine });
  window.addEventListener('online', look, { signal: network.signal });
  window.addEventListener('offline', look, { signal: network.signal });

  return {
    state: () => liveStateOf(line),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      network.abort();
      subscription.unsubscribe();
      changes.close();
      status.close();
    },
  };
}
