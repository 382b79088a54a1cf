export interface BatchResult {
  readonly size: number;
  readonly elapsedMs: number;
  /** Characters of all bodies. */
  readonly length: number;
}

const QUICK_MS = 1_000;
const SLOW_MS = 5_000;
const SMALLEST = 10;
/** What a batch may hold of bodies, so that a few of them in parallel stay small in memory. */
const LENGTH = 8 * 1024 * 1024;

/** How many objects to ask for next, after how the last batch went: more where the server is quick and the objects are small. */
export function nextBatchSize(current: number, last: BatchResult, largest: number): number {
  const byPace = last.elapsedMs < QUICK_MS ? current * 2 : last.elapsedMs > SLOW_MS ? current / 2 : current;
  const byLength = last.length === 0 ? largest : (LENGTH * last.size) / last.length;
  return Math.max(SMALLEST, Math.floor(Math.min(byPace, byLength, largest)));
}
