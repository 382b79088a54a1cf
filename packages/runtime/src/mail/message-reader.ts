import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { AttachedFile, ReadMessage } from '@atelier/mail/read/read-message';
import type { MessageReader } from '@atelier/sync/mailbox/mail-services';
import pLimit from 'p-limit';

export interface Asked {
  readonly source: Uint8Array;
  /** Of the attached file that is wanted; null: the message itself. */
  readonly place: number | null;
}

interface Answered {
  readonly value: unknown;
}

export interface ThreadedReader extends MessageReader {
  readonly attached: (source: Uint8Array, place: number) => Promise<AttachedFile | null>;
  close(): Promise<void>;
}

export interface ReaderLimits {
  /** A message that takes longer is not read. */
  readonly patienceMs: number;
  readonly memoryMb: number;
  /** The thread ends when nobody has asked for so long. */
  readonly idleMs: number;
}

const LIMITS: ReaderLimits = { patienceMs: 5_000, memoryMb: 256, idleMs: 30_000 };

/**
 * Reads messages in a thread of their own, one at a time, with bounds on time and memory: a hostile one ends the thread, and
 * nothing else waits for it (M4).
 */
export function createMessageReader({ patienceMs, memoryMb, idleMs }: ReaderLimits = LIMITS): ThreadedReader {
  const turn = pLimit(1);
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;

  function thread(): Worker {
    worker ??= new Worker(new URL('./message-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    worker.unref();
    return worker;
  }

  async function end(): Promise<void> {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  }

  async function ask(asked: Asked): Promise<unknown> {
    clearTimeout(idle);
    const asking = thread();
    asking.ref();
    const patience = AbortSignal.timeout(patienceMs);
    try {
      asking.postMessage(asked);
      const [answer] = (await once(asking, 'message', { signal: patience })) as [Answered];
      return answer.value;
    } catch {
      await end();
      return null;
    } finally {
      asking.unref();
      idle = setTimeout(() => void end(), idleMs).unref();
    }
  }

  return {
    read: (source) => turn(() => ask({ source, place: null })) as Promise<ReadMessage | null>,
    attached: (source, place) => turn(() => ask({ source, place })) as Promise<AttachedFile | null>,
    async close() {
      clearTimeout(idle);
      await end();
    },
  };
}
