import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CalDavServer } from './caldav-server.ts';
import { findProgram } from './find-program.ts';
import { freePort, type RunningServer, startProgram } from './server-process.ts';

const USER = 'ann';
const PASSWORD = 'secret';

/**
 * Radicale with one user, in a folder of its own; null where it is not installed.
 * @param prefill writes into the user's folder of collections before the server starts: far quicker than PUTs.
 */
export async function startRadicale(
  prefill?: (userFolder: string) => Promise<void>,
): Promise<CalDavServer | null> {
  const program = findProgram('radicale');
  if (!program) return null;
  const folder = await temporaryFolder('radicale');
  const port = await freePort();
  await writeFile(join(folder, 'users'), `${USER}:${PASSWORD}\n`);
  await writeFile(join(folder, 'config'), radicaleConfig(folder, port));
  if (prefill) {
    const userFolder = join(folder, 'collections', 'collection-root', USER);
    await mkdir(userFolder, { recursive: true });
    await prefill(userFolder);
  }
  const url = `http://127.0.0.1:${port}/`;
  const running = await startProgram(program, ['--config', join(folder, 'config')], url);
  return serverOf('radicale', url, `${url}${USER}/`, folder, running);
}

/** Xandikos, which signs nobody in and takes any credentials; null where it is not installed. */
export async function startXandikos(): Promise<CalDavServer | null> {
  const program = findProgram('xandikos');
  if (!program) return null;
  const folder = await temporaryFolder('xandikos');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const data = join(folder, 'data');
  await mkdir(data);
  const options = ['-d', data, '--defaults', '--current-user-principal', `/${USER}/`];
  const running = await startProgram(program, [...options, '-l', '127.0.0.1', '-p', String(port)], url);
  return serverOf('xandikos', url, `${url}${USER}/calendars/`, folder, running);
}

function serverOf(
  kind: 'radicale' | 'xandikos',
  url: string,
  homeUrl: string,
  folder: string,
  running: RunningServer,
): CalDavServer {
  return {
    kind,
    url,
    username: USER,
    password: PASSWORD,
    homeUrl,
    async [Symbol.asyncDispose]() {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const temporaryFolder = (kind: string): Promise<string> => mkdtemp(join(tmpdir(), `atelier-${kind}-`));

const radicaleConfig = (folder: string, port: number): string => `[server]
hosts = 127.0.0.1:${port}
max_connections = 50
[auth]
type = htpasswd
htpasswd_filename = ${join(folder, 'users')}
htpasswd_encryption = plain
delay = 0
[rights]
type = owner_only
[storage]
filesystem_folder = ${join(folder, 'collections')}
[logging]
level = error
`;
