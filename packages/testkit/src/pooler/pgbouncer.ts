import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findProgram } from '../find-program.ts';
import { freePort } from '../server-process.ts';

export interface PgBouncer extends AsyncDisposable {
  /** The same database through it, in transaction mode. */
  readonly url: string;
}

const DEADLINE_MS = 10_000;

/**
 * PgBouncer in transaction mode before the server of `url`; null where it is not installed.
 * @param connections to the server, which all who come share: the fewer, the sooner a session is somebody else's.
 */
export async function startPgBouncer(url: string, connections: number): Promise<PgBouncer | null> {
  const program = findProgram('pgbouncer', `${process.env.PATH ?? ''}:/usr/sbin`);
  if (!program) return null;
  const folder = await mkdtemp(join(tmpdir(), 'atelier-pgbouncer-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const file = join(folder, 'pgbouncer.ini');
  await writeFile(file, settings(new URL(url), port, connections), { mode: 0o644 });
  // It does not run as root.
  const account = userInfo().uid === 0 ? ['-u', 'nobody'] : [];
  const child = spawn(program, [...account, '-q', file], { stdio: ['ignore', 'ignore', 'inherit'] });
  await untilItListens(child, port);
  const pooled = new URL(url);
  pooled.port = String(port);
  return {
    url: pooled.href,
    [Symbol.asyncDispose]: async () => {
      const gone = child.exitCode === null ? once(child, 'exit') : null;
      child.kill('SIGINT');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function settings({ hostname, port, username, password }: URL, own: number, connections: number): string {
  return `[databases]
* = host=${hostname} port=${port} user=${username} password=${decodeURIComponent(password)}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${connections}
max_client_conn = 500
`;
}

async function untilItListens(child: ChildProcess, port: number): Promise<void> {
  for (let waited = 0; waited < DEADLINE_MS && child.exitCode === null; waited += 50) {
    const socket = connect(port, '127.0.0.1');
    const there = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (there) return;
    await pause(50);
  }
  throw new Error('PgBouncer did not start.');
}
