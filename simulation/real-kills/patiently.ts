import { setTimeout as delay } from 'node:timers/promises';

const AGAIN_MS = 50;
const LONGEST_MS = 60_000;

/** Does something again until it succeeds: whoever it needs may just have been killed. Rejects with the last failure. */
export async function patiently<T>(work: () => Promise<T>, longestMs = LONGEST_MS): Promise<T> {
  const deadline = performance.now() + longestMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await delay(AGAIN_MS);
    }
  }
}

/** Whether it came true within this time. A look that fails is a look too early. */
export async function cameTrue(look: () => Promise<boolean>, longestMs: number): Promise<boolean> {
  const deadline = performance.now() + longestMs;
  while (performance.now() < deadline) {
    if (await look().catch(() => false)) return true;
    await delay(AGAIN_MS);
  }
  return false;
}
