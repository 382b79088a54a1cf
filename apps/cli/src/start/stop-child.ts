import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Longer than a worker takes to end a mail that is under way. */
const PATIENCE_MS = 30_000;

/** Tells it to end, and ends it when it does not. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await gone;
  clearTimeout(impatience);
}
