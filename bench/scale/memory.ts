import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '@atelier/database/postgres/postgres-cluster';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Connections that nobody needs have been let go, and what was loaded to start is no longer used. */
const SETTLED_MS = 45_000;

/** What an idle product takes, in MB of PSS: pages that several processes share are counted once in all. */
export interface IdleMemory {
  readonly processes: 1 | 2;
  readonly readyMs: number;
  readonly parts: Readonly<Record<Part, number>>;
  readonly totalMb: number;
}

const PARTS = ['pnpm', 'start', 'server', 'worker', 'PostgreSQL'] as const;
type Part = (typeof PARTS)[number];

/** Starts the product as a person does, with an empty studio, and looks when it has settled. Linux only. */
export async function benchMemory(processes: 1 | 2): Promise<IdleMemory> {
  await using stack = new AsyncDisposableStack();
  const home = await mkdtemp(join(tmpdir(), 'atelier-idle-'));
  await chmod(home, 0o755);
  stack.defer(() => rm(home, { recursive: true, force: true }));
  const env = {
    ...process.env,
    PORT: String(await freePort()),
    ATELIER_HOME: home,
    ATELIER_PROCESSES: String(processes),
  };
  const began = performance.now();
  const product = spawn('pnpm', ['start', '--no-demo'], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  stack.defer(() => stopped(product));
  await untilItSays(product, 'Ctrl-C stops everything');
  const readyMs = performance.now() - began;
  await pause(SETTLED_MS);
  const parts = Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<Part, number>;
  for (const { part, mb } of await inMemory(product.pid ?? 0, home)) parts[part] += mb;
  const totalMb = Object.values(parts).reduce((sum, mb) => sum + mb, 0);
  return { processes, readyMs, parts, totalMb };
}

/** Its output is read on to the end: a program that is told nobody listens any more would stop. */
async function untilItSays(child: ChildProcess, words: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += String(chunk);
    if (said.includes(words)) resolve();
  });
  child.once('exit', () => reject(new Error(`It ended before it was ready:\n${said}`)));
  await promise;
}

/** As Ctrl-C does: everybody in the terminal's group is told. */
async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const gone = once(child, 'exit');
  process.kill(-child.pid, 'SIGINT');
  await gone;
}

async function inMemory(root: number, home: string): Promise<{ part: Part; mb: number }[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = new Map(await Promise.all(pids.map(async (pid) => [pid, await parentOf(pid)] as const)));
  const isBelow = (pid: number): boolean => pid === root || (pid > 1 && isBelow(parents.get(pid) ?? 0));
  const found = [];
  for (const pid of pids) {
    const works = await readlink(`/proc/${pid}/cwd`).catch(() => '');
    const isDatabase = works.startsWith(home);
    if (!isDatabase && !isBelow(pid)) continue;
    found.push({
      part: isDatabase ? 'PostgreSQL' : partOf(await read(pid, 'cmdline')),
      mb: await pssMbOf(pid),
    } as const);
  }
  return found;
}

function partOf(command: string): Part {
  if (command.includes('apps/server/')) return 'server';
  if (command.includes('apps/worker/')) return 'worker';
  return command.includes('apps/cli/src/start.ts') && !command.startsWith('sh\0') ? 'start' : 'pnpm';
}

const read = (pid: number, what: string) => readFile(`/proc/${pid}/${what}`, 'utf8').catch(() => '');

async function parentOf(pid: number): Promise<number> {
  return Number(/^PPid:\s+(\d+)$/m.exec(await read(pid, 'status'))?.[1] ?? 0);
}

/** Proportional set size (proc_pid_smaps_rollup). */
async function pssMbOf(pid: number): Promise<number> {
  return Number(/^Pss:\s+(\d+) kB$/m.exec(await read(pid, 'smaps_rollup'))?.[1] ?? 0) / 1_024;
}
