/** Clockwork that a test can turn by hand. */
export interface Timers {
  /** Runs it once, so many ms from now, unless it is stopped before. */
  after(ms: number, run: () => void): () => void;
}

export const REAL_TIMERS: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  },
};
