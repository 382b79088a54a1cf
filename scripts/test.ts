import { spawnSync } from 'node:child_process';
import { findProgram } from '../packages/testkit/src/find-program.ts';
import { findFaketime } from './moved-machine.ts';
import { findBrowser } from './programs.ts';
import { shareRunDirectory } from './run-directory.ts';
import {
  failures,
  runLoudly,
  runLoudlyAfterwards,
  runQuietly,
  STATIC_STEPS,
  type Step,
  unsteady,
} from './steps.ts';

/** Everything, with its own set-up: missing Debian packages are installed where that is possible. */
const PACKAGES = {
  chromium: 'chromium',
  // The same browser without windows, which needs a quarter less of the processor for the same pages.
  'chromium-headless-shell': 'chromium-headless-shell',
  dovecot: 'dovecot-imapd',
  faketime: 'faketime',
  pgbouncer: 'pgbouncer',
  radicale: 'radicale',
  xandikos: 'xandikos',
};

shareRunDirectory();
const missing = Object.entries(PACKAGES).filter(([program]) => findProgram(program) === null);
if (missing.length > 0) installPackages(missing.map(([, debianPackage]) => debianPackage));
const absent = Object.keys(PACKAGES).filter((program) => !isInstalled(program));
for (const program of absent) {
  console.log(
    `Not installed and not installable here: ${program}. The tests that need it are skipped and say so.`,
  );
}

/** Beside the static ones: what the tests start finds its pages there. */
const build: Step = {
  name: 'build',
  command: ['turbo', 'run', 'build', '--output-logs=errors-only'],
  env: { TURBO_TELEMETRY_DISABLED: '1' },
};
const computing: Step[] = [
  {
    name: 'unit tests, and properties over random cases',
    command: ['vitest', 'run', '--project', 'unit', '--project', 'random'],
  },
  { name: 'size of the booking page', command: ['node', 'scripts/check-page-size.ts'] },
];
// Most of their time they wait for servers and databases: on two cores two files go side by side, not one.
const integration: Step = {
  name: 'integration and contract tests',
  command: ['vitest', 'run', '--project', 'integration', '--maxWorkers=2'],
};
/** These wait as much, for pages: they go beside the integration tests, in the half of the machine that those leave. */
const beside: Step[] = [];
if (findBrowser() !== null) {
  beside.push({ name: 'browser tests', command: ['pnpm', '--filter', '@atelier/web', 'run', 'e2e'] });
}
if (findFaketime() !== null) {
  const only = findBrowser() === null ? ['--only', 'tests'] : [];
  beside.push({ name: 'other days', command: ['node', 'scripts/any-day.ts', '--short', ...only] });
}

const results: boolean[] = [];
results.push(...(await Promise.all([...STATIC_STEPS, build].map(runQuietly))));
for (const step of computing) results.push(await runLoudly(step));
const waiting = [inTurn([integration], runLoudly), inTurn(beside, runLoudlyAfterwards)];
results.push(...(await Promise.all(waiting)).flat());
const failed = results.filter((result) => !result).length;
console.log(`\nsteps: ${results.length - failed} passed, ${failed} failed, ${absent.length} skipped`);
for (const line of failures) console.log(line);
if (unsteady.length > 0) console.log(`passed at the second try:\n  ${unsteady.join('\n  ')}`);
process.exitCode = failed === 0 ? 0 : 1;

async function inTurn(steps: readonly Step[], run: (step: Step) => Promise<boolean>): Promise<boolean[]> {
  const results: boolean[] = [];
  for (const step of steps) results.push(await run(step));
  return results;
}

/** In the place of the one without windows, the other serves as well. */
function isInstalled(program: string): boolean {
  return (program === PACKAGES['chromium-headless-shell'] ? findBrowser() : findProgram(program)) !== null;
}

function installPackages(packages: readonly string[]): void {
  if (process.getuid?.() !== 0 || findProgram('apt-get') === null) {
    console.log(`Without Debian or root these are not installed: ${packages.join(', ')}.`);
    return;
  }
  console.log(`Installing ${packages.join(', ')} …`);
  aptGet('ignore', 'update');
  const wanted = packages.includes(PACKAGES.chromium) ? [...packages, 'fonts-noto-core'] : packages;
  // One name that a distribution does not have, and nothing of the list is installed.
  if (!aptGet('inherit', 'install', '-y', '--no-install-recommends', ...wanted)) {
    for (const one of wanted) aptGet('inherit', 'install', '-y', '--no-install-recommends', one);
  }
}

/** @returns whether it went well */
function aptGet(errors: 'ignore' | 'inherit', ...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', errors], env }).status === 0;
}
