import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { accountInput } from '@atelier/api/input/account';
import { PASSWORD_KINDS, type PasswordKind } from '@atelier/providers/kinds';
import { projectRoot } from '@atelier/runtime/config/project-root';
import { feedEvent, feedFile, startFeedServer } from '@atelier/testkit/feed-server';
import { startSandboxServer } from '@atelier/testkit/sandbox-server';
import { thisMachine } from '@atelier/testkit/this-machine';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { openRest, type Rest } from './testing/rest.ts';

const run = promisify(execFile);

interface Connected {
  readonly connectionId: string;
}

/** As each kind of server lays out its accounts. */
const LAYOUTS = {
  nextcloud: 'nextcloud',
  infomaniak: 'infomaniak',
  icloud: 'icloud',
  caldav: 'sabre',
} as const;

interface Accounts extends AsyncDisposable {
  /** What somebody with one calendar of their name types in, as the form hands it on. */
  formOf(user: string): Form;
}

type Form = z.infer<typeof accountInput>;

async function accountsOf(kind: PasswordKind): Promise<Accounts> {
  if (kind === 'ics') return feeds();
  const { sandbox, ...server } = await startSandboxServer({ layout: LAYOUTS[kind] });
  return {
    ...server,
    formOf(user) {
      if (user !== 'ann') sandbox.addUser(user, 'secret');
      sandbox.addCalendar(user, { uri: user, name: user });
      return accountInput.parse({ kind, url: sandbox.origin, username: user, password: 'secret' });
    },
  };
}

async function feeds(): Promise<Accounts> {
  const server = await startFeedServer();
  return {
    formOf(user) {
      const body = feedFile([feedEvent(user, '20260309T090000Z')], `X-WR-CALNAME:${user}\r\n`);
      server.publish(`/${user}.ics`, { body });
      const url = `${server.origin}/${user}.ics`;
      return accountInput.parse({ kind: 'ics', url, username: '', password: '' });
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

test.for(PASSWORD_KINDS)(
  '%s: from the form to the lists, the command line and the REST interface',
  async (kind) => {
    await using accounts = await accountsOf(kind);
    await using rest = await openRest({
      ATELIER_RATE_LIMITS: 'off',
      ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
    });
    const cookie = await rest.server.signIn('ann@studio.test');
    const ask = async (path: string, input?: unknown) => {
      const answer = await rest.server.call(path, cookie, input);
      const { result } = (await answer.json()) as { result?: { data: { json: Connected } } };
      return { status: answer.status, value: result?.data.json };
    };
    const form = accounts.formOf('ann');

    expect((await ask('connections.test', form)).value).toMatchObject({
      ok: true,
      calendars: [{ name: 'ann' }],
    });
    const connectionId = (await ask('connections.connect', { ...form, select: 'all' })).value?.connectionId;
    expect((await ask('connections.list')).value).toMatchObject([
      { id: connectionId, kind, username: form.username, calendars: 1, state: 'ok' },
    ]);
    expect((await ask('calendars.list')).value).toContainEqual(
      expect.objectContaining({ connectionId, provider: kind }),
    );
    const password = { connectionId, password: form.password || form.url };
    expect((await ask('connections.renewPassword', password)).status).toBe(200);

    await onTheCommandLine(rest, accounts.formOf('bob'));
    await overRest(rest, accounts.formOf('eve'));
  },
);

async function onTheCommandLine({ context }: Rest, { kind, url, username, password }: Form): Promise<void> {
  const env = {
    ...thisMachine,
    PATH: process.env['PATH'],
    DATABASE_URL: context.database.url,
    ATELIER_SECRET: 'x'.repeat(40),
    ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
    ATELIER_ACCOUNT_PASSWORD: password,
  };
  const cli = async (...args: readonly string[]) => {
    const { stdout } = await run(process.execPath, ['apps/cli/src/main.ts', ...args, '--json'], {
      cwd: projectRoot,
      env,
    });
    return JSON.parse(stdout);
  };
  const named = username === '' ? [] : ['--user', username];
  const { connectionId } = await cli('connect', '--kind', kind, '--url', url, ...named);
  expect(await cli('calendars')).toContainEqual(expect.objectContaining({ connectionId, provider: kind }));
}

async function overRest({ call, admin }: Rest, { kind, url, username, password }: Form): Promise<void> {
  const body = username === '' ? { kind, url } : { kind, url, username, password };
  const added = await call('post', '/api/v1/admin/calendars', { headers: admin, body });
  expect(added.status).toBe(201);
  const { value } = await call('get', '/api/v1/admin/calendars', { headers: admin });
  const { connectionId } = added.value;
  expect(value.connections).toContainEqual(expect.objectContaining({ id: connectionId, kind }));
  expect(value.calendars).toContainEqual(expect.objectContaining({ connectionId, provider: kind }));
}
