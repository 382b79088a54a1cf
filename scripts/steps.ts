import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';

export interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs one step, its output held back unless it fails; says how long it took. */
export async function runQuietly({ name, command: [program, ...args], env }: Step): Promise<boolean> {
  const began = performance.now();
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'exit');
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (code !== 0) {
    console.log(output);
    failures.push(name);
  }
  return code === 0;
}

/** Runs one step with its output shown. What failed in it is told again at the end of everything: see `failures`. */
export function runLoudly(step: Step): Promise<boolean> {
  console.log(`\n--- ${step.name}`);
  return runTold(step, console.log);
}

/** The same beside another one: its output comes when it has ended, in one piece. */
export async function runLoudlyAfterwards(step: Step): Promise<boolean> {
  const lines: string[] = [];
  const passed = await runTold(step, (line) => lines.push(line));
  console.log(`\n--- ${step.name}\n${lines.join('\n')}`);
  return passed;
}

async function runTold(
  { name, command: [program, ...args], env }: Step,
  tell: (line: string) => void,
): Promise<boolean> {
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['inherit', 'pipe', 'pipe'],
  });
  const failed = new Set<string>();
  const show = async (stream: Readable) => {
    for await (const line of createInterface({ input: stream })) {
      tell(line);
      const plain = stripVTControlCharacters(line).trim();
      if (/^(?:FAIL |✘ )/.test(plain)) failed.add(plain);
    }
  };
  await Promise.all([show(child.stdout), show(child.stderr)]);
  const code = child.exitCode ?? (await once(child, 'exit'))[0];
  if (code === 0) {
    unsteady.push(...failed);
    return true;
  }
  tell(`FAILED ${name}`);
  failures.push(name, ...[...failed].map((line) => `  ${line}`));
  return false;
}

/** Tests that failed once and passed when they were tried again: somebody has to look at why. */
export const unsteady: string[] = [];

/** The steps that failed so far, each with its tests that did. */
export const failures: string[] = [];

export const STATIC_STEPS: readonly Step[] = [
  { name: 'format', command: ['biome', 'check', '.'] },
  { name: 'lint, import rules, cycles', command: ['oxlint', '--deny-warnings'] },
  {
    name: 'types',
    command: ['turbo', 'run', 'typecheck', '--output-logs=errors-only'],
    env: { TURBO_TELEMETRY_DISABLED: '1' },
  },
  { name: 'unused code', command: ['knip'] },
  { name: 'rooms', command: ['node', 'scripts/check-rooms.ts'] },
];

export const UNIT_STEP: Step = {
  name: 'unit tests',
  command: ['vitest', 'run', '--project', 'unit'],
};

/** Every SQL statement against the schema that the migrations make. */
export const STATEMENTS_STEP: Step = {
  name: 'statements',
  command: [
    'vitest',
    'run',
    '--project',
    'integration',
    'packages/database/src/statements.integration.test.ts',
  ],
};
