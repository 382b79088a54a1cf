export interface Periodic {
  /** Begins nothing more, and resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/**
 * Does something again and again, one after the other: what takes longer than its interval is not begun a second time
 * meanwhile.
 * @param work is told when nothing more is to be begun.
 */
export function every(
  ms: number,
  work: (signal: AbortSignal) => Promise<unknown>,
  failed: (error: unknown) => void,
): Periodic {
  const stopping = new AbortController();
  let underWay: Promise<void> | null = null;
  const once = () => {
    underWay ??= work(stopping.signal)
      .then(() => undefined, failed)
      .finally(() => {
        underWay = null;
      });
  };
  once();
  const timer = setInterval(once, ms);
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await underWay;
    },
  };
}
