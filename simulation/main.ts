import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openEmbeddedPostgres } from '@atelier/database/postgres/embedded-postgres';
import { migrate } from '@atelier/database/postgres/migrate';
import { type SeedResult, WHOSE } from './run-seed.ts';

const USAGE =
  'pnpm simulate [--seeds N] [--from SEED] [--jobs N] [--mode safety|liveness|both] [--bookings] [--provider caldav|graph|google|mixed] [--story]';
const CARELESS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    mode: { type: 'string', default: 'both' },
    bookings: { type: 'boolean', default: false },
    provider: { type: 'string', default: 'caldav' },
    story: { type: 'boolean', default: false },
  },
});
const [seeds, from, jobs] = [values.seeds, values.from, values.jobs].map(Number);
const wrong = ![seeds, from, jobs].every((n) => Number.isInteger(n) && Number(n) > 0);
if (
  wrong ||
  !WHOSE.some((one) => one === values.provider) ||
  !['safety', 'liveness', 'both'].includes(values.mode)
) {
  console.error(USAGE);
  process.exit(2);
}

const home = await mkdtemp(join(tmpdir(), 'atelier-simulation-'));
await chmod(home, 0o755);
const postgres = await openEmbeddedPostgres(home, { settings: CARELESS });
const total = { seeds: 0, failed: [] as number[], operations: 0, faults: 0, kills: 0, hours: 0 };
const began = performance.now();
try {
  await Promise.all(Array.from({ length: jobs ?? 1 }, (_, job) => runJob(job)));
} finally {
  await postgres.release();
  await rm(home, { recursive: true, force: true });
}
const { failed, ...sums } = total;
console.log(
  JSON.stringify({
    ...sums,
    hours: Math.round(sums.hours),
    failed,
    seconds: Math.round((performance.now() - began) / 1_000),
  }),
);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Every n-th seed in a process and a database of its own; after one that hangs, in others. */
async function runJob(job: number): Promise<void> {
  const end = (from ?? 1) + (seeds ?? 1);
  for (let next = (from ?? 1) + job; next < end; ) next = (await runFrom(next, end)) + (jobs ?? 1);
}

/** @returns the last seed that was run. */
async function runFrom(first: number, end: number): Promise<number> {
  const url = new URL(postgres.url);
  url.pathname = `/simulation_${first}`;
  await createDatabase(url);
  await migrate(url.href);
  const child = fork(fileURLToPath(new URL('job.ts', import.meta.url)), [
    url.href,
    String(first),
    String(end),
    String(jobs),
    values.mode,
    String(values.bookings),
    values.provider,
  ]);
  let last = first - (jobs ?? 1);
  child.on('message', (result) => {
    last = (result as SeedResult).seed;
    tell(result as SeedResult);
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0 || last < first) throw new Error(`a job ended with ${code}`);
  return last;
}

async function createDatabase(url: URL): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${url.pathname.slice(1)}`);
  await client.end();
}

function tell({ seed, broken, operations, faults, kills, hours, story }: SeedResult): void {
  total.seeds += 1;
  total.operations += operations;
  total.faults += faults;
  total.kills += kills;
  total.hours += hours;
  if (total.seeds % 100 === 0) console.log(`${total.seeds} seeds, ${total.failed.length} failed`);
  if (broken.length > 0) total.failed.push(seed);
  if (broken.length === 0 && !values.story) return;
  console.log([`seed ${seed}:`, ...broken.map((rule) => `  ${rule}`)].join('\n'));
  if (values.story) console.log(story.map((line) => `    ${line}`).join('\n'));
}
