import type { AttachedFile, ReadMessage } from '@atelier/mail/read/read-message';
import type { MessageReader } from '@atelier/sync/mailbox/mail-services';
import { createBoundedThread, THREAD_LIMITS, type ThreadLimits } from '../thread/bounded-thread.ts';

export interface Asked {
  readonly source: Uint8Array;
  /** Of the attached file that is wanted; null: the message itself. */
  readonly place: number | null;
}

export interface ThreadedReader extends MessageReader {
  readonly attached: (source: Uint8Array, place: number) => Promise<AttachedFile | null>;
  close(): Promise<void>;
}

/** Reads messages in a thread of their own, one at a time, with bounds on time and memory (M4). */
export function createMessageReader(limits: ThreadLimits = THREAD_LIMITS): ThreadedReader {
  const { ask, close } = createBoundedThread(new URL('./message-worker.ts', import.meta.url), limits);
  return {
    read: (source) => ask({ source, place: null } satisfies Asked) as Promise<ReadMessage | null>,
    attached: (source, place) => ask({ source, place } satisfies Asked) as Promise<AttachedFile | null>,
    close,
  };
}
