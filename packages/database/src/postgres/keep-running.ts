import type { PostgresCluster } from './postgres-cluster.ts';

const LOOK_EVERY_MS = 1_000;
/** A start that failed is tried again; the reason may be a port or a disk that others make free. */
const LONGEST_WAIT_MS = 15_000;

/** Hears that a server was found dead, that it runs again, and why it cannot be started. */
export type KeepReport = (what: 'died' | 'runs again' | 'cannot be started', error?: unknown) => void;

export interface KeepOptions {
  readonly report?: KeepReport | undefined;
  /** Starts it, or finds that somebody else has. */
  readonly start: () => Promise<unknown>;
}

/** Looks after a server until `stop`: one that dies, killed by whom it may be, is started again. */
export function keepRunning(
  cluster: Pick<PostgresCluster, 'isAlive'>,
  { start, report = () => undefined }: KeepOptions,
): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout;
  let looking = Promise.resolve();

  async function look(failures: number): Promise<void> {
    if (await cluster.isAlive()) return again(0);
    if (failures === 0) report('died');
    try {
      if (!stopped) await start();
      report('runs again');
      again(0);
    } catch (error) {
      report('cannot be started', error);
      again(failures + 1);
    }
  }

  function again(failures: number): void {
    if (stopped) return;
    const wait = Math.min(LOOK_EVERY_MS * 2 ** failures, LONGEST_WAIT_MS);
    // A command that is done does not stay for the sake of the server.
    timer = setTimeout(() => {
      looking = look(failures);
    }, wait).unref();
  }

  again(0);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
