import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import lockfile from 'proper-lockfile';
import { type KeepReport, keepRunning } from './keep-running.ts';
import { type PostgresCluster, postgresCluster } from './postgres-cluster.ts';
import { postgresUsers } from './postgres-users.ts';

export interface EmbeddedPostgres {
  /** Stays the same as long as anybody holds it, also over a restart of the server. */
  readonly url: string;
  /** Lets go of the server. Whoever lets go last stops it, whoever started it. */
  release(): Promise<void>;
}

interface ClusterFacts {
  readonly password: string;
  /** Where it was started last; 0: not yet. */
  readonly port: number;
}

export interface EmbeddedOptions {
  /** Server settings such as `fsync=off`, for a server that this call starts. */
  readonly settings?: readonly string[];
  /** Whether it is started again when it dies; true where nothing is said. */
  readonly lookAfter?: boolean;
  readonly report?: KeepReport | undefined;
}

/**
 * Brings up the PostgreSQL that lives under `home`, or joins it when it is running already: a server,
 * a worker and any number of commands may use one home at the same time. A server left over from a
 * killed process is joined as it is; one that crashed recovers from its own log when started. As long as
 * it is held it is looked after: one that dies is started again on the same port.
 */
export async function openEmbeddedPostgres(
  home: string,
  { settings = [], lookAfter = true, report }: EmbeddedOptions = {},
): Promise<EmbeddedPostgres> {
  await mkdir(home, { recursive: true });
  const users = postgresUsers(join(home, 'postgres-users'));
  const cluster = await postgresCluster(home, settings);
  const url = await locked(home, async () => {
    // Whoever holds it knows it by its port; where nobody does, any port will do.
    const facts = await ensureRunning(home, cluster, await users.anybody());
    await users.enter(process.pid);
    return `postgresql://atelier:${facts.password}@127.0.0.1:${facts.port}/atelier`;
  });
  const start = () => locked(home, () => ensureRunning(home, cluster, true));
  const keeping = lookAfter ? keepRunning(cluster, { start, report }) : null;
  let released = false;
  return {
    url,
    release: async () => {
      if (released) return;
      released = true;
      await keeping?.stop();
      await locked(home, async () => {
        await users.leave(process.pid);
        if (!(await users.anybody())) await cluster.stop();
      });
    },
  };
}

/** One process at a time initialises, starts or stops the cluster of a home. */
async function locked<T>(home: string, work: () => Promise<T>): Promise<T> {
  const unlock = await lockfile.lock(home, {
    lockfilePath: join(home, 'postgres.lock'),
    stale: 15_000,
    retries: { retries: 600, minTimeout: 100, maxTimeout: 100 },
  });
  try {
    return await work();
  } finally {
    await unlock();
  }
}

async function ensureRunning(home: string, cluster: PostgresCluster, held: boolean): Promise<ClusterFacts> {
  const factsFile = join(home, 'postgres.json');
  const facts = (await readFacts(factsFile)) ?? (await initialise(home, cluster, factsFile));
  const running = await cluster.runningPort();
  if (running !== null) return { ...facts, port: running };
  const port = await cluster.start(held && facts.port !== 0 ? facts.port : null);
  await cluster.ensureDatabase(port, facts.password);
  const now = { ...facts, port };
  await writeFacts(factsFile, now);
  return now;
}

/** Made aside and renamed, so that a kill in the middle leaves nothing half made. */
async function initialise(home: string, cluster: PostgresCluster, factsFile: string): Promise<ClusterFacts> {
  const password = randomBytes(24).toString('base64url');
  await rm(cluster.directory, { recursive: true, force: true });
  const draft = join(home, 'postgres-draft');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  if (cluster.account.uid !== undefined && cluster.account.gid !== undefined) {
    await chown(draft, cluster.account.uid, cluster.account.gid);
  }
  await cluster.initialise(draft, password);
  await rename(draft, cluster.directory);
  const facts = { password, port: 0 };
  await writeFacts(factsFile, facts);
  return facts;
}

async function writeFacts(file: string, facts: ClusterFacts): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(facts), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

async function readFacts(file: string): Promise<ClusterFacts | null> {
  if (!(await stat(file).catch(() => null))) return null;
  return JSON.parse(await readFile(file, 'utf8')) as ClusterFacts;
}
