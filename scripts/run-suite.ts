import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ProjectCopy } from './project-copy.ts';

/** Something that may notice a bug. */
export interface Suite {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly limitMs: number;
  /** In words, from what it printed or wrote. */
  readonly explain: (output: string) => Promise<string>;
}

export type SuiteResult =
  | { readonly red: false }
  /** Failed, or was still running at its time limit. */
  | { readonly red: true; readonly why: string; readonly output: string };

const TESTS_LIMIT_MS = 240_000;
const SEEDS_LIMIT_MS = 240_000;
/** From a polite word to the end. */
const GRACE_MS = 5_000;

/** Test files of one kind in one go: nearest first, quick ones before those that need a database. */
export function testSuites(
  { scratch }: ProjectCopy,
  files: readonly string[],
  jobs: number,
): readonly Suite[] {
  const report = join(scratch, 'report.json');
  const kinds = Map.groupBy(files, projectOf);
  return PROJECTS.flatMap((project) => {
    const chosen = kinds.get(project) ?? [];
    if (chosen.length === 0) return [];
    const options = ['--project', project, '--bail=1', `--maxWorkers=${jobs}`];
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const command = [
      process.execPath,
      'node_modules/vitest/vitest.mjs',
      'run',
      ...options,
      ...reporters,
    ] as const;
    return {
      name: chosen.map((file) => file.split('/').at(-1)).join(', '),
      command: [...command, ...chosen] as const,
      limitMs: TESTS_LIMIT_MS,
      explain: (output) => failedTest(report, output),
    };
  });
}

/** Of vitest.config.ts, the quickest first. */
const PROJECTS = ['unit', 'random', 'integration'] as const;

function projectOf(file: string): (typeof PROJECTS)[number] {
  if (file.endsWith('.integration.test.ts')) return 'integration';
  return file.endsWith('-random.test.ts') ? 'random' : 'unit';
}

export function seedSuite(seeds: number, jobs: number): Suite {
  return {
    name: `${seeds} seeds of the simulation`,
    command: [process.execPath, 'simulation/main.ts', '--seeds', String(seeds), '--jobs', String(jobs)],
    limitMs: SEEDS_LIMIT_MS,
    explain: async (output) => {
      const [, seed, rule] = /^seed (\d+):\n\s*(.*)$/m.exec(output) ?? [];
      return seed === undefined
        ? `simulation: ${firstComplaint(output)}`
        : `simulation, seed ${seed}: ${rule}`;
    },
  };
}

/** Runs a suite in the copy. Throws the signal's reason when aborted. */
export async function runSuite(copy: ProjectCopy, suite: Suite, signal: AbortSignal): Promise<SuiteResult> {
  const [program, ...args] = suite.command;
  const env = {
    ...process.env,
    TMPDIR: copy.scratch,
    PATH: `${join(copy.root, 'node_modules/.bin')}${delimiter}${process.env['PATH']}`,
  };
  // In a group of its own, so that whatever it starts can be ended with it.
  const child = spawn(program, args, {
    cwd: copy.root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const late = AbortSignal.timeout(suite.limitMs);
  const stopped = Promise.withResolvers<void>();
  AbortSignal.any([signal, late]).addEventListener('abort', () => stopped.resolve(), { once: true });
  if (signal.aborted) stopped.resolve();
  const code = await Promise.race([ended, stopped.promise]);
  if (code === undefined) {
    await end(child, ended);
    await copy.stopDatabases();
    signal.throwIfAborted();
    return { red: true, why: `no end within ${suite.limitMs / 1_000} s: ${suite.name}`, output };
  }
  return code === 0 ? { red: false } : { red: true, why: await suite.explain(output), output };
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  killGroup(child, 'SIGTERM');
  await Promise.race([ended, delay(GRACE_MS)]);
  killGroup(child, 'SIGKILL');
  await ended;
}

function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It has ended by itself.
  }
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

async function failedTest(report: string, output: string): Promise<string> {
  try {
    const { testResults } = JSON.parse(await readFile(report, 'utf8')) as Report;
    await rm(report); // the next suite may end before it writes one
    const failed = testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName }) => ({ name, fullName })),
    )[0];
    if (failed) return `${failed.name.split('/').at(-1)}: ${failed.fullName}`;
  } catch {
    // It ended before it could write one.
  }
  return firstComplaint(output);
}

function firstComplaint(output: string): string {
  const lines = output.split('\n').filter((line) => /error|fail/i.test(line));
  return lines.at(0)?.trim() ?? 'it ended with an error';
}
