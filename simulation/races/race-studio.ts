import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Database, openDatabase } from '@atelier/database/database';
import { openEmbeddedPostgres } from '@atelier/database/postgres/embedded-postgres';
import { migrate } from '@atelier/database/postgres/migrate';
import { freePort } from '@atelier/database/postgres/postgres-cluster';
import { type Sandbox, startSandbox } from '@atelier/testkit/sandbox/sandbox';
import { thisMachine } from '@atelier/testkit/this-machine';
import { KeptProcess } from '../real-kills/kept-process.ts';
import { projectRoot } from '../real-kills/project.ts';

const run = promisify(execFile);
const SERVERS = 2;
const USER = 'ann';
const PASSWORD = 'secret';
export const ZONE = 'Europe/Zurich';

/** Two server processes on one PostgreSQL, two artists with a calendar each at one account, and one chair. */
export interface RaceStudio extends AsyncDisposable {
  readonly origins: readonly string[];
  readonly database: Database;
  readonly sandbox: Sandbox;
  /** Of an admin, for REST. */
  readonly apiKey: string;
  readonly artists: readonly [RaceArtist, RaceArtist];
  /** As many connections as anybody opens. */
  readonly agent: Agent;
  atelier(...args: readonly string[]): Promise<unknown>;
}

export interface RaceArtist {
  readonly slug: string;
  readonly calendarUri: string;
  readonly serviceId: string;
  /** The same length, in the one chair. */
  readonly chairServiceId: string;
}

export async function openRaceStudio(): Promise<RaceStudio> {
  await using stack = new AsyncDisposableStack();
  const home = await mkdtemp(join(tmpdir(), 'atelier-races-'));
  stack.defer(() => rm(home, { recursive: true, force: true }));
  await chmod(home, 0o755);
  const postgres = await openEmbeddedPostgres(home);
  stack.defer(() => postgres.release());
  await migrate(postgres.url);
  const database = stack.use(openDatabase(postgres.url));
  const sandbox = stack.use(await startSandbox());
  sandbox.addUser(USER, PASSWORD);
  for (const uri of ['lea', 'max']) sandbox.addCalendar(USER, { uri, name: uri });
  const env = environment(home, postgres.url);
  const atelier = (...args: readonly string[]) => command(env, args);
  const artists = await setUp(atelier, sandbox);
  const { key: apiKey } = (await atelier('api-key', 'create', '--role', 'admin', '--name', 'races')) as {
    key: string;
  };
  const origins = [];
  for (let n = 1; n <= SERVERS; n += 1) {
    const port = await freePort();
    const args = ['apps/server/src/main.ts'];
    const server = stack.use(
      new KeptProcess({ name: `server ${n}`, args, env: { ...env, PORT: String(port) } }),
    );
    await server.ready();
    origins.push(`http://127.0.0.1:${port}`);
  }
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
  stack.defer(() => agent.destroy());
  const owned = stack.move();
  return {
    origins,
    database,
    sandbox,
    apiKey,
    artists,
    agent,
    atelier,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

type Atelier = RaceStudio['atelier'];

/** As an operator does it, on the command line. */
async function setUp(atelier: Atelier, sandbox: Sandbox): Promise<readonly [RaceArtist, RaceArtist]> {
  await atelier('user', 'add', '--email', 'admin@studio.test', '--name', 'Admin', '--role', 'admin');
  const { calendars } = (await atelier(
    'connect',
    '--kind',
    'caldav',
    '--url',
    sandbox.url,
    '--user',
    USER,
    '--password-stdin',
  )) as { calendars: { id: string; name: string }[] };
  await atelier('chair', 'add', '--name', 'The chair');
  const add = async (slug: string): Promise<RaceArtist> => {
    const id = calendars.find(({ name }) => name === slug)?.id ?? '';
    await atelier('artist', 'add', '--name', slug, '--slug', slug, '--zone', ZONE, '--calendar', id);
    await atelier('artist', 'set', slug, '--notice', '0m', '--horizon', '365d', '--slot-interval', '15m');
    await atelier('hours', 'set', '--artist', slug, '--json-stdin');
    const service = ['service', 'add', '--artist', slug, '--minutes', '60', '--buffer-after', '15'];
    const { id: serviceId } = (await atelier(...service, '--name', 'Small')) as { id: string };
    const { id: chairServiceId } = (await atelier(
      ...service,
      '--name',
      'In the chair',
      '--needs-chair',
      'true',
    )) as {
      id: string;
    };
    return { slug, calendarUri: slug, serviceId, chairServiceId };
  };
  return [await add('lea'), await add('max')];
}

function environment(home: string, url: string): Record<string, string> {
  return {
    ...thisMachine,
    PATH: process.env.PATH ?? '',
    DATABASE_URL: url,
    ATELIER_HOME: home,
    ATELIER_SECRET: 'k'.repeat(40),
    ATELIER_DEMO: 'off',
    ATELIER_RATE_LIMITS: 'off',
    ATELIER_LOG_LEVEL: 'error',
    ATELIER_TIME_ZONE: ZONE,
    ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
    ATELIER_PASSWORD: 'a long enough password',
    ATELIER_ACCOUNT_PASSWORD: PASSWORD,
  };
}

const EVERY_DAY = [['08:00', '20:00']];
const WEEKLY = Object.fromEntries(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'].map((day) => [day, EVERY_DAY]));

async function command(env: Record<string, string>, args: readonly string[]): Promise<unknown> {
  const child = run(process.execPath, ['apps/cli/src/main.ts', ...args, '--json'], { cwd: projectRoot, env });
  child.child.stdin?.end(args[0] === 'hours' ? JSON.stringify({ weekly: WEEKLY }) : PASSWORD);
  return JSON.parse((await child).stdout);
}
