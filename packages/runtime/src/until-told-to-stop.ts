/**
 * Resolves on SIGINT or SIGTERM, and when the parent that started this process is gone: a child must
 * not outlive a `start` that was killed hard.
 */
export function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    if (process.connected) process.once('disconnect', () => resolve());
  });
}
