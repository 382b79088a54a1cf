import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface RunningServer {
  stop(): Promise<void>;
}

const DEADLINE_MS = 20_000;

/** Starts a program that serves HTTP, and resolves when `url` answers. Rejects with its last words otherwise. */
export async function startProgram(
  program: string,
  options: readonly string[],
  url: string,
): Promise<RunningServer> {
  const child = spawn(program, options, { stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.on('data', (piece: Buffer) => {
    words = (words + piece.toString()).slice(-2000);
  });
  if (await answersInTime(child, url)) return { stop: () => stop(child) };
  await stop(child);
  throw new Error(`${program} did not start: ${words}`);
}

async function answersInTime(child: ChildProcess, url: string): Promise<boolean> {
  for (let waited = 0; waited < DEADLINE_MS && child.exitCode === null; waited += 50) {
    const answer = await fetch(url, { redirect: 'manual' }).catch(() => null);
    await answer?.body?.cancel();
    if (answer) return true;
    await pause(50);
  }
  return false;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
  await gone;
  clearTimeout(timer);
}

/** A port that was free a moment ago: these programs cannot be given 0 and asked. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('The probe has no port.');
  return address.port;
}
