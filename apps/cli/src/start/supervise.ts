import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '@atelier/runtime/config/project-root';
import type { Ports } from './prepared.ts';
import { stopChild } from './stop-child.ts';

export interface Supervised extends AsyncDisposable {
  /** Every process says that it is ready. */
  readonly ready: Promise<void>;
  /** Rejects when a process keeps dying before it was ready for the first time. */
  readonly failed: Promise<never>;
}

interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Tells by message when it is ready; others are ready when they run. */
  readonly speaks: boolean;
}

export interface SuperviseOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly dev: boolean;
  readonly ports: Ports;
  /** The server does a worker's work as well. */
  readonly oneProcess: boolean;
}

/** Room for young garbage, three times over: what V8 takes by itself costs an idle process 50 MB. */
const MODEST_YOUNG = ['--max-semi-space-size=4', '--expose-gc'];
/** A first sync makes much garbage; a small heap costs it a tenth of its time and spares 150 MB. */
const MODEST_HEAP = [...MODEST_YOUNG, '--max-old-space-size=256'];
const RESTART_AFTER_MS = 500;
const LONGEST_WAIT_MS = 5_000;
/**
 * A process that dies this often within a minute, and never was ready, has a reason that a restart does not cure. Once
 * the studio runs, nothing ends it but whoever started it: what has worked may work again.
 */
const MOST_DEATHS = 5;
const DEATH_WINDOW_MS = 60_000;

/** Runs server and worker as processes of their own, and starts one again that dies. */
export function superviseProcesses(options: SuperviseOptions): Supervised {
  let stopping = false;
  const failure = Promise.withResolvers<never>();
  failure.promise.catch(() => undefined);
  const children = new Map<string, ChildProcess>();

  const proven = new Set<string>();

  function launch(program: Program, deaths: readonly number[] = []): Promise<void> {
    const child = spawn(program.command, [...program.args], {
      cwd: program.cwd,
      env: program.env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    children.set(program.name, child);
    const readiness = Promise.withResolvers<void>();
    if (program.speaks) child.once('message', () => readiness.resolve());
    else readiness.resolve();
    if (program.speaks) void readiness.promise.then(() => proven.add(program.name));
    child.once('exit', () => {
      if (stopping) return;
      const recent = [...deaths, Date.now()].filter((at) => Date.now() - at < DEATH_WINDOW_MS);
      if (recent.length >= MOST_DEATHS && !proven.has(program.name)) {
        failure.reject(new Error(`The ${program.name} keeps stopping; the lines above say why.`));
        return;
      }
      process.stderr.write(`The ${program.name} stopped unexpectedly and is started again.\n`);
      const wait = Math.min(RESTART_AFTER_MS * 2 ** (recent.length - 1), LONGEST_WAIT_MS);
      setTimeout(() => {
        if (!stopping) void launch(program, recent).then(readiness.resolve);
      }, wait);
    });
    return readiness.promise;
  }

  const ready = Promise.all(programs(options).map((program) => launch(program))).then(() => undefined);
  return {
    ready: Promise.race([ready, failure.promise]),
    failed: failure.promise,
    [Symbol.asyncDispose]: async () => {
      stopping = true;
      await Promise.all([...children.values()].map(stopChild));
    },
  };
}

function programs({ env, dev, ports, oneProcess }: SuperviseOptions): Program[] {
  const node = (name: string, file: string): Program => ({
    name,
    env,
    cwd: projectRoot,
    speaks: true,
    command: process.execPath,
    args: dev ? ['--watch', '--watch-preserve-output', file] : [file],
  });
  const server = node('server', 'apps/server/src/main.ts');
  const worker = node('worker', 'apps/worker/src/main.ts');
  const of = ({ args, ...program }: Program, flags: readonly string[]) => ({
    ...program,
    args: [...flags, ...args],
  });
  const working = [of(server, MODEST_YOUNG), ...(oneProcess ? [] : [of(worker, MODEST_HEAP)])];
  if (!dev) return working;
  const web = join(projectRoot, 'apps/web');
  const vite: Program = {
    name: 'pages',
    cwd: web,
    speaks: false,
    command: join(web, 'node_modules/.bin/vite'),
    args: ['--port', String(ports.page), '--strictPort', '--clearScreen', 'false'],
    env: {
      ...env,
      PORT: String(ports.server),
    },
  };
  return [...working, vite];
}
