import type { SyncEngine } from './engine.ts';

export interface SchedulerOptions {
  readonly engine: Pick<SyncEngine, 'runDue'>;
  /** Accounts served at the same time; a slow one occupies one place and no more (S11). */
  readonly places: number;
  /** How often to look when nobody calls. */
  readonly everyMs: number;
  readonly report: (error: unknown) => void;
}

export interface Scheduler {
  /** Something may be due right now; only shortens the wait. */
  wake(): void;
  /** Takes nothing new and resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/** Keeps every place busy with a different account as long as anything is due. */
export function startScheduler({ engine, places, everyMs, report }: SchedulerOptions): Scheduler {
  const serving = new Set<string>();
  const running = new Set<Promise<void>>();
  let stopped = false;
  let looking = false;
  let lookAgain = false;
  const timer = setInterval(() => wake(), everyMs);

  /** Claims one account; the next look starts as soon as it is claimed, not when it is done. */
  function serveOne(): Promise<boolean> {
    return new Promise((claimed) => {
      let mine: string | null = null;
      const run = engine
        .runDue([...serving], (connectionId) => {
          mine = connectionId;
          serving.add(connectionId);
          claimed(true);
        })
        .then(() => claimed(false))
        .catch((error: unknown) => {
          report(error);
          claimed(false);
        })
        .finally(() => {
          running.delete(run);
          if (mine === null) return;
          serving.delete(mine);
          wake();
        });
      running.add(run);
    });
  }

  async function look(): Promise<void> {
    do {
      lookAgain = false;
      while (!stopped && serving.size < places && (await serveOne()));
    } while (lookAgain && !stopped);
  }

  function wake(): void {
    if (stopped) return;
    lookAgain = true;
    if (looking) return;
    looking = true;
    void look().finally(() => {
      looking = false;
    });
  }

  wake();
  return {
    wake,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await Promise.all(running);
    },
  };
}
