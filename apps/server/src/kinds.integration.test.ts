import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { accountInput } from '@atelier/api/input/account';
import { PASSWORD_KINDS, type PasswordKind } from '@atelier/providers/kinds';
import { projectRoot } from '@atelier/runtime/config/config';
import { type SandboxServer, startSandboxServer } from '@atelier/testkit/sandbox-server';
import { thisMachine } from '@atelier/testkit/this-machine';
import { expect, test } from 'vitest';
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

test.for(PASSWORD_KINDS)(
  '%s: from the form to the lists, the command line and the REST interface',
  async (kind) => {
    await using sandbox = await startSandboxServer({ layout: LAYOUTS[kind] });
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
    const form = formOf(sandbox, kind, 'ann');

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
    const password = { connectionId, password: form.password };
    expect((await ask('connections.renewPassword', password)).status).toBe(200);

    await onTheCommandLine(rest, formOf(sandbox, kind, 'bob'));
    await overRest(rest, formOf(sandbox, kind, 'eve'));
  },
);

type Form = ReturnType<typeof formOf>;

/** What somebody with one calendar types in, as the form hands it on. */
function formOf({ sandbox }: SandboxServer, kind: PasswordKind, user: string) {
  if (user !== 'ann') sandbox.addUser(user, 'secret');
  sandbox.addCalendar(user, { uri: user, name: user });
  return accountInput.parse({ kind, url: sandbox.origin, username: user, password: 'secret' });
}

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
  const { connectionId } = await cli('connect', '--kind', kind, '--url', url, '--user', username);
  expect(await cli('calendars')).toContainEqual(expect.objectContaining({ connectionId, provider: kind }));
}

async function overRest({ call, admin }: Rest, { kind, url, username, password }: Form): Promise<void> {
  const body = { kind, url, username, password };
  const added = await call('post', '/api/v1/admin/calendars', { headers: admin, body });
  expect(added.status).toBe(201);
  const { value } = await call('get', '/api/v1/admin/calendars', { headers: admin });
  const { connectionId } = added.value;
  expect(value.connections).toContainEqual(expect.objectContaining({ id: connectionId, kind }));
  expect(value.calendars).toContainEqual(expect.objectContaining({ connectionId, provider: kind }));
}
