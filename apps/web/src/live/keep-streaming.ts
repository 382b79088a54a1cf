import type { Watched } from '../api/answers.ts';
import { codeOf } from '../api/api-error.ts';
import type { ApiClient } from '../api/client.ts';

const PAUSE_MS = 2_000;

interface StreamListeners {
  /** The place in the feed from which it begins; null: now. */
  readonly after: number | null;
  readonly onEvent: (event: Watched) => void;
  /** The line is being opened again; with an error when the last attempt failed. */
  readonly onBreak: (error: boolean) => void;
  readonly onSignedOut: () => void;
}

/**
 * Subscribes to the change feed until it is closed. A socket that breaks is the WebSocket client's to
 * mend; a stream that the server ended is begun again here, after the last event seen.
 */
export function keepStreaming(
  client: ApiClient,
  { after, onEvent, onBreak, onSignedOut }: StreamListeners,
): () => void {
  let lastEventId = after === null ? null : String(after);
  let pause: ReturnType<typeof setTimeout> | undefined;
  let close = () => {};
  let closed = false;

  function begin(): void {
    const subscription = client.changes.watch.subscribe(lastEventId === null ? undefined : { lastEventId }, {
      onData: ({ id, data }) => {
        lastEventId = id;
        onEvent(data);
      },
      onConnectionStateChange: ({ state, error }) => {
        if (state === 'connecting') onBreak(error !== null);
      },
      onComplete: beginAgain,
      onError: (error) => {
        if (codeOf(error) === 'UNAUTHORIZED') onSignedOut();
        else beginAgain();
      },
    });
    close = () => subscription.unsubscribe();
  }

  function beginAgain(): void {
    // To leave completes the stream as well.
    if (closed) return;
    clearTimeout(pause);
    onBreak(true);
    pause = setTimeout(begin, PAUSE_MS);
  }

  begin();
  return () => {
    closed = true;
    clearTimeout(pause);
    close();
  };
}
