import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Mutant } from '../simulation/mutants/mutant.ts';
import { MUTANTS } from '../simulation/mutants.ts';
import { copyProject, type ProjectCopy } from './project-copy.ts';
import { runSuite, type Suite, seedSuite, testSuites } from './run-suite.ts';

const USAGE = 'pnpm mutate [--only NAME[,NAME]] [--jobs N] [--seeds N]';
/** Of all mutants, so many must be caught. */
const ENOUGH = 0.95;

interface Verdict {
  readonly mutant: Mutant;
  /** What noticed it; null when nothing did. */
  readonly caughtBy: string | null;
  readonly seconds: number;
}

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    seeds: { type: 'string', default: '60' },
  },
});
const [jobs, seeds] = [Number(values.jobs), Number(values.seeds)];
const names = values.only?.split(',') ?? MUTANTS.map(({ name }) => name);
const chosen = MUTANTS.filter(({ name }) => names.includes(name));
const strangers = names.filter((name) => !MUTANTS.some((mutant) => mutant.name === name));
if (strangers.length > 0 || ![jobs, seeds].every((n) => Number.isInteger(n) && n > 0)) {
  console.error([USAGE, ...strangers.map((name) => `There is no mutant ${name}.`)].join('\n'));
  process.exit(2);
}

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => stop.abort(new Error(`Stopped by ${signal}.`)));
}
try {
  await using copy = await copyProject(join(import.meta.dirname, '..'));
  process.exitCode = (await isGreen(copy)) ? told(await judgeAll(copy)) : 2;
} catch (error) {
  if (!stop.signal.aborted) throw error;
  console.error('Stopped; the copy is gone.');
  process.exitCode = 130;
}

/** A red suite would count as having caught everything. */
async function isGreen(copy: ProjectCopy): Promise<boolean> {
  const files = [...new Set(chosen.flatMap(({ suites }) => suites))];
  for (const suite of [...testSuites(copy, files, jobs), seedSuite(seeds, jobs)]) {
    const began = performance.now();
    const result = await runSuite(copy, suite, stop.signal);
    console.log(`${result.red ? 'RED  ' : 'green'} ${secondsSince(began)} s  without mutants: ${suite.name}`);
    if (!result.red) continue;
    console.error(
      `${result.output}\n${result.why}\nNothing is judged while a suite is red without any mutant.`,
    );
    return false;
  }
  return true;
}

async function judgeAll(copy: ProjectCopy): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const mutant of chosen) {
    const verdict = await judge(copy, mutant);
    verdicts.push(verdict);
    const { caughtBy, seconds } = verdict;
    console.log(
      `${caughtBy ? 'caught  ' : 'SURVIVED'} ${seconds} s  ${mutant.name}: ${caughtBy ?? mutant.why}`,
    );
  }
  return verdicts;
}

/** Stops at the first suite that is red. */
async function judge(copy: ProjectCopy, mutant: Mutant): Promise<Verdict> {
  const began = performance.now();
  await using _changed = await copy.change(mutant.file, mutant.find, mutant.replace);
  const suites: readonly Suite[] = [...testSuites(copy, mutant.suites, jobs), seedSuite(seeds, jobs)];
  for (const suite of suites) {
    const result = await runSuite(copy, suite, stop.signal);
    if (result.red) return { mutant, caughtBy: result.why, seconds: secondsSince(began) };
  }
  return { mutant, caughtBy: null, seconds: secondsSince(began) };
}

/** @returns the exit code. */
function told(verdicts: readonly Verdict[]): number {
  const survivors = verdicts.filter(({ caughtBy }) => caughtBy === null);
  const caught = verdicts.length - survivors.length;
  const rows = verdicts.map(
    ({ mutant, caughtBy, seconds }) =>
      `| ${mutant.name} | ${mutant.why} | ${caughtBy === null ? '**nothing**' : inCell(caughtBy)} | ${seconds} |`,
  );
  console.log(
    ['', '| Mutant | What it would do to a studio | Caught by | s |', '|---|---|---|---|', ...rows].join(
      '\n',
    ),
  );
  console.log(`\n${caught} of ${verdicts.length} caught.`);
  for (const { mutant } of survivors) console.log(`Survived: ${mutant.name} (${mutant.file}). ${mutant.why}`);
  return caught >= verdicts.length * ENOUGH ? 0 : 1;
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function secondsSince(began: number): number {
  return Math.round((performance.now() - began) / 1_000);
}
