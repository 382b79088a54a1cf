import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** A process of the product, or a server that it talks to. */
export interface Child extends AsyncDisposable {
  readonly pid: number;
  /** What it said when it was ready. */
  readonly ready: unknown;
  /** Sends a word and gives the answer. */
  ask(word: string): Promise<unknown>;
}

/** Starts `node ARGS` and resolves when it says by IPC that it is ready. */
export async function startChild(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Child> {
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [ready] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (child.exitCode !== null || child.pid === undefined) throw new Error(`${args.join(' ')} did not start`);
  return {
    pid: child.pid,
    ready,
    async ask(word) {
      const answer = once(child, 'message');
      child.send(word);
      return (await answer)[0];
    },
    [Symbol.asyncDispose]: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

const TICKS_A_SECOND = 100;

/**
 * CPU time that a process and the children it has buried have used so far, in milliseconds. Linux only: null elsewhere, or
 * when it is gone.
 */
export function cpuMsOf(pid: number): number | null {
  try {
    // After the name in brackets: state, ppid, ...; utime, stime, cutime, cstime are the 12th to 15th (proc_pid_stat(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return (ticks / TICKS_A_SECOND) * 1_000;
  } catch {
    return null;
  }
}

/** Resident memory of now, in MB; null where it cannot be read. */
export function residentMbOf(pid: number): number | null {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1_024;
  } catch {
    return null;
  }
}

/** Of every process that works in a folder, as those of a PostgreSQL do in its data. Null where it cannot be read. */
export function cpuMsIn(folder: string): number | null {
  if (process.platform !== 'linux') return null;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && worksIn(name, folder));
  return pids.reduce((sum, pid) => sum + (cpuMsOf(Number(pid)) ?? 0), 0);
}

function worksIn(pid: string, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
  } catch {
    return false;
  }
}
