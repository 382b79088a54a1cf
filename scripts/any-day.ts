import { parseArgs } from 'node:util';
import { findFaketime, type Machine, machineEnvironment } from './moved-machine.ts';
import { shareRunDirectory } from './run-directory.ts';
import { runLoudly, runQuietly } from './steps.ts';

const HELP = `Runs the tests on other days: the clocks of all processes are moved with libfaketime.

  pnpm any-day [--short] [--only tests|browser] [--every-zone] [--at TIME --zone NAME] [FILE ...]

  --short       a few telling days and files, as the test command does
  --only        the tests without, or with a browser alone
  --every-zone  every moment in every zone, not in one of them
  --at, --zone  one machine: 2026-12-31T23:50[Europe/Zurich], Pacific/Apia
  FILE          only tests whose file is called so
`;

/** Ends of months, of a week and of the year, and both changes of clocks; what comes happens while the tests run. */
const MOMENTS = [
  '2026-12-01T00:05[Europe/Zurich]',
  '2026-02-28T12:00[Europe/Zurich]',
  '2026-11-30T18:30[Europe/Zurich]',
  '2027-01-31T23:50[Europe/Zurich]',
  '2026-12-31T23:57[Europe/Zurich]',
  '2026-03-29T01:57[Europe/Zurich]',
  '2026-10-25T02:57+02:00[Europe/Zurich]',
  '2026-10-25T02:30+01:00[Europe/Zurich]',
];
const ZONES = ['UTC', 'Europe/Zurich', 'America/New_York', 'Pacific/Apia'];

const SHORT: readonly Machine[] = [
  { at: '2026-03-29T01:58[Europe/Zurich]', zone: 'America/New_York' },
  { at: '2026-12-31T23:58[Europe/Zurich]', zone: 'Pacific/Apia' },
];
/** What asks for the time of day most. */
const SHORT_FILES = [
  'apps/server/src/manage.integration',
  'apps/server/src/live-slots.integration',
  'packages/runtime/src/worker.integration',
];
const SHORT_TITLES = 'on whatever day|the client moves a booking|whole way with the keyboard alone';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    only: { type: 'string' },
    'every-zone': { type: 'boolean', default: false },
    at: { type: 'string' },
    zone: { type: 'string', default: 'Europe/Zurich' },
    help: { type: 'boolean', default: false },
  },
});

shareRunDirectory();
const library = findFaketime();
if (values.help) console.log(HELP);
else if (library === null) {
  console.log('Not done: no other day without libfaketime (Debian: faketime).');
  process.exitCode = 1;
} else {
  const results: boolean[] = [];
  for (const machine of machines()) results.push(...(await runOn(machine, library)));
  const failed = results.filter((result) => !result).length;
  console.log(`\non other days: ${results.length - failed} rounds passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function machines(): readonly Machine[] {
  if (values.at !== undefined) return [{ at: values.at, zone: values.zone }];
  if (values.short) return SHORT;
  if (values['every-zone']) return MOMENTS.flatMap((at) => ZONES.map((zone) => ({ at, zone })));
  return MOMENTS.map((at, index) => ({ at, zone: ZONES[index % ZONES.length] ?? 'UTC' }));
}

async function runOn(machine: Machine, preload: string): Promise<boolean[]> {
  const step = ([kind, command]: Round) => ({
    name: `${kind}, ${machine.at} on a machine in ${machine.zone}`,
    command,
    // Seconds count: the clock of each round starts from the moment itself.
    env: machineEnvironment(machine, preload),
  });
  // A few tests of each kind wait more than they work.
  if (values.short) return Promise.all(rounds().map((round) => runQuietly(step(round))));
  const results: boolean[] = [];
  for (const round of rounds()) results.push(await runLoudly(step(round)));
  return results;
}

type Command = readonly [string, ...string[]];
type Round = readonly [kind: string, command: Command];

function rounds(): readonly Round[] {
  const files = positionals.length > 0 ? positionals : values.short ? SHORT_FILES : [];
  // The simulation lives on a clock of its own.
  const projects = ['--project', 'integration', ...(values.short ? [] : ['--project', 'unit'])];
  const tests: Command = ['vitest', 'run', ...projects, '--exclude', 'simulation/**', ...files];
  const titles = values.short ? ['--grep', SHORT_TITLES] : [];
  const browser: Command = ['pnpm', '--filter', '@atelier/web', 'run', 'e2e', ...positionals, ...titles];
  const all: readonly Round[] = [
    ['tests', tests],
    ['browser tests', browser],
  ];
  return all.filter(([kind]) => values.only === undefined || kind.startsWith(values.only));
}
