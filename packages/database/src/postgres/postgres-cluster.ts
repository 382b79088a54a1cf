import { execFile } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { hasLittleMemory, LITTLE_MEMORY_SETTINGS } from './little-memory.ts';
import { postgresAccount, type SystemAccount } from './postgres-account.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { isLiving } from './postgres-users.ts';

const run = promisify(execFile);

const STARTS = 10;
const START_AGAIN_MS = 500;

export interface PostgresCluster {
  readonly directory: string;
  readonly account: SystemAccount;
  initialise(directory: string, password: string): Promise<void>;
  /** Port of the running server, or null. */
  runningPort(): Promise<number | null>;
  /** Whether its process lives; cheap enough to ask every second. */
  isAlive(): Promise<boolean>;
  /**
   * Starts it on the loopback address and gives the port.
   * @param wanted the only port that will do, for those who know the server by it; null: any free one.
   */
  start(wanted: number | null): Promise<number>;
  stop(): Promise<void>;
  ensureDatabase(port: number, password: string): Promise<void>;
}

/** One PostgreSQL data directory under `home`, driven by pg_ctl. */
export async function postgresCluster(
  home: string,
  settings: readonly string[] = [],
): Promise<PostgresCluster> {
  const binaries = await postgresBinaries();
  const account = await postgresAccount();
  const all = [...(hasLittleMemory() ? LITTLE_MEMORY_SETTINGS : []), ...settings];
  const directory = join(home, 'postgres');
  const log = join(
    tmpdir(),
    `atelier-postgres-${createHash('sha256').update(directory).digest('hex').slice(0, 12)}.log`,
  );
  const control = (...args: string[]) =>
    runAs(account, binaries.pgCtl, ['-D', directory, '-s', '-w', '-t', '60', ...args]);
  const isRunning = async () =>
    !(await isStranger(directory)) &&
    control('status').then(
      () => true,
      () => false,
    );

  return {
    directory,
    account,
    initialise: (target, password) => initialise(account, binaries.initdb, target, password),
    async runningPort() {
      if (!(await isRunning())) return null;
      // Line 4 of postmaster.pid is the port (PostgreSQL: src/include/utils/pidfile.h).
      const lines = (await readFile(join(directory, 'postmaster.pid'), 'utf8')).split('\n');
      return Number(lines[3]);
    },
    async isAlive() {
      const pid = await processOf(directory);
      return pid !== null && isLiving(pid) && !(await isStranger(directory));
    },
    async start(wanted) {
      if (await isStranger(directory)) await rm(join(directory, 'postmaster.pid'), { force: true });
      for (let tries = 1; ; tries += 1) {
        const port = wanted ?? (await quietPort());
        const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200${all.map((setting) => ` -c ${setting}`).join('')}`;
        try {
          await control('-l', log, '-o', options, 'start');
          return port;
        } catch (cause) {
          // Backends of a server that was killed hard need a moment to notice; a port may be taken meanwhile.
          if (tries === STARTS) throw await didNotStart(log, cause);
          await delay(START_AGAIN_MS);
        }
      }
    },
    async stop() {
      if (!(await isRunning())) return;
      // One that dies on the way out leaves its file behind, which pg_ctl takes for a server that stays.
      await control('-m', 'fast', 'stop').catch(async (cause: unknown) => {
        if (await isRunning()) throw cause;
      });
    },
    ensureDatabase,
  };
}

async function initialise(account: SystemAccount, initdb: string, directory: string, password: string) {
  const passwordFile = `${directory}.password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await chmod(passwordFile, account.uid === undefined ? 0o600 : 0o644);
  try {
    await runAs(account, initdb, [
      `--pgdata=${directory}`,
      '--auth=scram-sha-256',
      '--username=atelier',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ]);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function runAs(account: SystemAccount, program: string, args: readonly string[]): Promise<void> {
  try {
    await run(program, [...args], { ...account, cwd: '/', env: { ...process.env, LC_ALL: 'C' } });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
    throw new Error(
      `PostgreSQL does not run as root, and the account "postgres" may not enter ${program}. ` +
        'Put the project and ATELIER_HOME where everybody may read (not below /root), run as an ordinary user, or set DATABASE_URL.',
      { cause: error },
    );
  }
}

/** What its log says last is more than what pg_ctl knows. */
async function didNotStart(log: string, cause: unknown): Promise<Error> {
  const lines = (await readFile(log, 'utf8').catch(() => '')).trimEnd().split('\n');
  const reason = lines
    .findLast((line) => /FATAL|PANIC|ERROR/.test(line))
    ?.replace(/^.*?(?:FATAL|PANIC|ERROR):\s*/, '');
  const why = reason === undefined ? '' : ` It says: ${reason}.`;
  return new Error(`The embedded PostgreSQL did not start; its log is ${log}.${why}`, { cause });
}

async function processOf(directory: string): Promise<number | null> {
  const [pid] = (await readFile(join(directory, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return pid ? Number(pid) : null;
}

/**
 * Whether the process that the pid file names is no PostgreSQL: after a power cut a stranger may own
 * the number, and a killed server stays a zombie (with an empty command line) where nobody reaps it.
 * Either would make pg_ctl believe that the server is still running.
 */
async function isStranger(directory: string): Promise<boolean> {
  const pid = await processOf(directory);
  if (pid === null) return false;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  return command !== null && !command.includes('postgres');
}

async function ensureDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'atelier', password, database: 'postgres' });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = 'atelier'");
    if (found.rowCount === 0) await client.query('CREATE DATABASE atelier');
  } finally {
    await client.end();
  }
}

/** Below the ports that systems hand out for outgoing connections (Linux from 32768, others from 49152). */
const QUIET_PORTS = { first: 20_000, end: 30_000 };
const QUIET_TRIES = 20;

/**
 * A port that no outgoing connection takes by chance while the server is down, so that it comes back on the one by which
 * everybody knows it.
 */
async function quietPort(): Promise<number> {
  for (let tries = 0; tries < QUIET_TRIES; tries += 1) {
    const port = await freePort(randomInt(QUIET_PORTS.first, QUIET_PORTS.end)).catch(() => null);
    if (port !== null) return port;
  }
  return freePort();
}

/** A port nobody listens on right now: this one, or any. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
