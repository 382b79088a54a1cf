import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';

export interface ThreadLimits {
  /** What takes longer is given up. */
  readonly patienceMs: number;
  readonly memoryMb: number;
  /** The thread ends when nobody has asked for so long. */
  readonly idleMs: number;
}

export const THREAD_LIMITS: ThreadLimits = { patienceMs: 5_000, memoryMb: 256, idleMs: 30_000 };

export interface BoundedThread {
  /** One at a time, in turn. @returns null where it failed, took too long, or too much memory. */
  ask(asked: unknown): Promise<unknown>;
  close(): Promise<void>;
}

interface Answered {
  readonly value: unknown;
}

/**
 * Does what strangers' texts ask for in a thread of its own, with bounds on time and memory: a hostile one ends the thread,
 * and nothing else waits for it. The thread answers each message with `{ value }`.
 */
export function createBoundedThread(
  file: URL,
  { patienceMs, memoryMb, idleMs }: ThreadLimits,
): BoundedThread {
  const turn = pLimit(1);
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;

  function thread(): Worker {
    worker ??= new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    worker.unref();
    return worker;
  }

  async function end(): Promise<void> {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  }

  async function ask(asked: unknown): Promise<unknown> {
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
    ask: (asked) => turn(() => ask(asked)),
    async close() {
      clearTimeout(idle);
      await end();
    },
  };
}
