import { execFile } from 'node:child_process';
import { appendFile, chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDatabase } from '@atelier/database/database';
import { openEmbeddedPostgres } from '@atelier/database/postgres/embedded-postgres';
import { type PostgresCluster, postgresCluster } from '@atelier/database/postgres/postgres-cluster';

const run = promisify(execFile);

/** A primary whose every commit waits for its replica, at one address that follows whichever of them leads. */
export interface ReplicatedPostgres extends AsyncDisposable {
  readonly url: string;
  /** The primary dies at once, as in a power cut, and the replica takes its place. */
  failOver(): Promise<void>;
}

export async function openReplicatedPostgres(): Promise<ReplicatedPostgres> {
  await using stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'atelier-replicated-'));
  await chmod(folder, 0o755);
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const homes = { primary: join(folder, 'primary'), replica: join(folder, 'replica') };
  const made = await openEmbeddedPostgres(homes.primary, { lookAfter: false });
  await made.release();
  const primary = await postgresCluster(homes.primary, ['synchronous_standby_names=replica']);
  const replica = await postgresCluster(homes.replica);
  await mkdir(homes.replica);
  // A copy of the stopped primary, which it follows from there.
  await run('cp', ['-a', primary.directory, replica.directory]);
  const port = await primary.start(null);
  stack.defer(() => primary.stop());
  const url = new URL(made.url);
  await follow(replica, port, url.password);
  const next = await replica.start(null);
  stack.defer(() => replica.stop());
  const address = stack.use(await openAddress(port));
  const behind = (to: number) => Object.assign(new URL(url), { port: String(to) }).href;
  const owned = stack.move();
  return {
    url: behind(address.port),
    async failOver() {
      const [pid] = (await readFile(join(primary.directory, 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
      await using database = openDatabase(behind(next), 1);
      await database.query('SELECT pg_promote()');
      address.leadTo(next);
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function follow(
  { directory, account }: PostgresCluster,
  port: number,
  password: string,
): Promise<void> {
  const signal = join(directory, 'standby.signal');
  await writeFile(signal, '');
  if (account.uid !== undefined) await run('chown', [`${account.uid}:${account.gid}`, signal]);
  await appendFile(
    join(directory, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=127.0.0.1 port=${port} user=atelier password=${password} application_name=replica'\n`,
  );
}

/** What an address that moves does: connections to where it led before are cut. */
async function openAddress(first: number) {
  let leads = first;
  const sockets = new Set<Socket>();
  const server = createServer((from) => {
    const to = connect(leads, '127.0.0.1');
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      sockets.add(one);
      one.on('error', () => undefined);
      one.once('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const found = server.address();
  if (found === null || typeof found === 'string') throw new Error('The address has no port.');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: found.port,
    leadTo(port: number) {
      leads = port;
      cut();
    },
    [Symbol.asyncDispose]: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
