import type { Seen } from '@atelier/api/live/seen';
import type { Watched } from '../api/answers.ts';
import type { ApiClient } from '../api/client.ts';
import type { AnsweredSince } from './answered-since.ts';
import { createBatch } from './batch.ts';
import { keepStreaming } from './keep-streaming.ts';
import { dropped, FIRST_LINE, failed, type Line, type LiveState, liveStateOf, opened } from './live-state.ts';
import { type Staleness, stalenessOf } from './staleness.ts';

const CHANGES_MS = 200;
const STATUS_MS = 300;

export interface LiveFeedOptions {
  readonly client: ApiClient;
  readonly since: Pick<AnsweredSince, 'begin'>;
  readonly onStale: (staleness: Staleness) => void;
  readonly onSignedOut: () => void;
}

export interface LiveFeed {
  readonly state: () => LiveState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Opens the stream; what it returns closes it. */
  readonly open: () => () => void;
}

/** The one live stream of the app. It begins after the oldest answer, and resumes after the last event seen, by itself. */
export function createLiveFeed({ client, since, onStale, onSignedOut }: LiveFeedOptions): LiveFeed {
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
    const first = since.begin(() => changes.add({ type: 'reset' }));
    const closeStream = keepStreaming(client, {
      after: first?.tick ?? null,
      onEvent: (event) => {
        if (event.type === 'hello') {
          for (const missed of missedBefore(line, first, event)) changes.add(missed);
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
 * Where no answer says how old it is, or some may not have come, anything is asked for anew at the first greeting. Otherwise the stream begins
 * where they end, and resumes where it was cut, except for states of synchronisation, which it does not keep.
 */
function missedBefore(
  { wasOpen, failures }: Line,
  first: Seen | null,
  { statuses }: Extract<Watched, { type: 'hello' }>,
): readonly Watched[] {
  if (!wasOpen && (first === null || failures > 0)) return [{ type: 'reset' }];
  return !wasOpen && first?.statuses === statuses ? [] : [{ type: 'status', calendarIds: '*' }];
}

function watchNetwork(tell: (online: boolean) => void): () => void {
  const stop = new AbortController();
  const look = () => tell(navigator.onLine);
  window.addEventListener('online', look, { signal: stop.signal });
  window.addEventListener('offline', look, { signal: stop.signal });
  return () => stop.abort();
}
