import type { Watched } from '../api/answers.ts';
import type { ApiClient } from '../api/client.ts';
import { createBatch } from './batch.ts';
import { keepStreaming } from './keep-streaming.ts';
import { dropped, FIRST_LINE, failed, type Line, type LiveState, liveStateOf, opened } from './live-state.ts';
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
  /** Opens the stream; what it returns closes it. */
  readonly open: () => () => void;
}

/** The one live stream of the app. It resumes after the last event seen, by itself. */
export function createLiveFeed({ client, onStale, onSignedOut }: LiveFeedOptions): LiveFeed {
  const listeners = new Set<() => void>();
  let line = FIRST_LINE;
  const move = (next: Line) => {
    line = next;
    for (const listener of listeners) listener();
  };
  const deliver = (changes: readonly Watched[]) => onStale(stalenessOf(changes));

  function open(): () => void {
    const changes = createBatch(CHANGES_MS, deliver);
    const status = createBatch(STATUS_MS, deliver);
    move({ ...FIRST_LINE, online: navigator.onLine });
    const stopWatching = watchNetwork((online) => move({ ...line, online }));
    const closeStream = keepStreaming(client, {
      onEvent: (event) => {
        if (event.type === 'hello') {
          changes.add(missedBefore(line));
          move(opened(line));
        } else {
          (event.type === 'status' ? status : changes).add(event);
        }
      },
      onBreak: (error) => move(error ? failed(line) : dropped(line)),
      onSignedOut,
    });
    return () => {
      stopWatching();
      closeStream();
      changes.close();
      status.close();
    };
  }

  return {
    open,
    state: () => liveStateOf(line),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * Before the first greeting anything may have changed unseen. Later the stream resumes where it was
 * cut, except for states of synchronisation, which it does not keep.
 */
function missedBefore(line: Line): Watched {
  return line.wasOpen ? { type: 'status', calendarIds: '*' } : { type: 'reset' };
}

function watchNetwork(tell: (online: boolean) => void): () => void {
  const stop = new AbortController();
  const look = () => tell(navigator.onLine);
  window.addEventListener('online', look, { signal: stop.signal });
  window.addEventListener('offline', look, { signal: stop.signal });
  return () => stop.abort();
}
