import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openEmbeddedPostgres } from '@atelier/database/postgres/embedded-postgres';
import { postgresAccount } from '@atelier/database/postgres/postgres-account';
import { postgresBinaries } from '@atelier/database/postgres/postgres-binaries';
import { cameTrue, patiently } from './patiently.ts';

const run = promisify(execFile);
const DEATH_MS = 20_000;

/** `stop`: told to end without a checkpoint; `kill`: the postmaster gets SIGKILL. */
export type Crash = 'stop' | 'kill';

/** The embedded PostgreSQL as the product runs it (fsync and all), and a hand that crashes it. */
export interface CrashablePostgres extends AsyncDisposable {
  readonly url: string;
  /** Resolves when it is back, at the same address, recovered from its own log. */
  crash(how: Crash): Promise<void>;
}

export async function openCrashablePostgres(home: string): Promise<CrashablePostgres> {
  const postgres = await openEmbeddedPostgres(home, { lookAfter: false });
  const directory = join(home, 'postgres');
  const [{ pgCtl }, account] = await Promise.all([postgresBinaries(), postgresAccount()]);
  // A restart starts with the options of last time (postmaster.opts): the port stays.
  const restart = ['-D', directory, '-s', '-w', '-t', '60', '-l', join(directory, 'restarts.log')];
  return {
    url: postgres.url,
    async crash(how) {
      if (how === 'kill') await killPostmaster(directory);
      await patiently(() =>
        run(pgCtl, [...restart, '-m', 'immediate', 'restart'], {
          ...account,
          cwd: '/',
          env: { ...process.env, LC_ALL: 'C' },
        }),
      );
    },
    [Symbol.asyncDispose]: () => postgres.release(),
  };
}

/**
 * The postmaster dies first and its children notice. Its pid file goes only when the last of them is gone: until then
 * it is what keeps a second server out of the same files.
 */
async function killPostmaster(directory: string): Promise<void> {
  const file = join(directory, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8')).split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  if (!(await cameTrue(async () => !(await isLivedIn(directory)), DEATH_MS))) {
    throw new Error('processes of a killed PostgreSQL live on');
  }
  await rm(file, { force: true });
}

/** Every process of a PostgreSQL works in its data directory; the dead that nobody has reaped work nowhere. */
async function isLivedIn(directory: string): Promise<boolean> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => null)));
  return places.includes(directory);
}
