/**
 * Resolves on SIGINT or SIGTERM, and when the parent that started this process is gone: a child must
 * not outlive a `start` that was killed hard.
 */
export async function untilToldToStop(): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
    if (process.connected) process.once('disconnect', resolve);
  });
  // Listening for the parent keeps a process alive; from here on nothing should.
  if (process.connected) process.disconnect?.();
}
