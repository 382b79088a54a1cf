import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { projectRoot } from '@atelier/runtime/config/config';
import { type AuthoritySandbox, startAuthority } from '@atelier/testkit/authority/authority-sandbox';
import { startGraphSandbox } from '@atelier/testkit/sandbox-graph/graph-sandbox';
import { thisMachine } from '@atelier/testkit/this-machine';
import { expect, it } from 'vitest';
import { cli } from './testing/run-cli.ts';

const ANN = { id: 'ann-id', mail: 'ann@studio.test', tenant: 'studio' };
const BOB = { id: 'bob-id', mail: 'bob@studio.test', tenant: 'studio' };

/** Runs a command that sends somebody to a page, and does there what they would do. */
async function runAs(
  authority: AuthoritySandbox,
  env: Record<string, string>,
  args: readonly string[],
  mail: string | null,
): Promise<{ code: number; answer: Record<string, unknown> }> {
  const child = spawn(process.execPath, ['apps/cli/src/main.ts', ...args, '--no-browser', '--json'], {
    cwd: projectRoot,
    env: { ...thisMachine, PATH: process.env.PATH, ATELIER_SECRET: 's'.repeat(40), ...env },
  });
  const ended = once(child, 'exit');
  const stdout = text(child.stdout);
  let said = '';
  for await (const piece of child.stderr) {
    said += String(piece);
    const line = /^\{"event":"authorize".*\}$/m.exec(said);
    if (!line) continue;
    said = '';
    const { url } = JSON.parse(line[0]) as { url: string };
    expect(new URL(url).searchParams.get('redirect_uri')).toMatch(/^http:\/\/localhost:\d+$/);
    await fetch(await authority.answer(url, mail));
  }
  const [code] = await ended;
  return { code: Number(code), answer: JSON.parse(await stdout) as Record<string, unknown> };
}

it('P2: a person signs in by the page that the command line names, again as the same account, and not as another', async () => {
  await using test = await createTestDatabase();
  await using authority = await startAuthority({ provider: 'microsoft' });
  const accepts = (token: string) => authority.bearer(`Bearer ${token}`)?.mail ?? null;
  await using graph = await startGraphSandbox({ accepts });
  for (const person of [ANN, BOB]) {
    authority.addPerson(person);
    graph.addUser(person.mail);
    graph.addCalendar(person.mail, { id: `of-${person.id}`, name: 'Appointments' });
  }
  const env = {
    DATABASE_URL: test.url,
    ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
    ATELIER_MICROSOFT_GRAPH: graph.url,
    ...authority.settings,
  };
  await cli(
    env,
    ['user', 'add', '--email', 'owner@studio.test', '--name', 'O', '--role', 'admin', '--password-stdin'],
    'a long password of the owner',
  );
  const connect = ['connect', '--kind', 'microsoft'];

  const refused = await runAs(authority, env, connect, null);
  expect(refused).toMatchObject({ code: 1, answer: { ok: false, error: { kind: 'provider' } } });
  const connected = await runAs(authority, env, connect, ANN.mail);
  expect(connected).toMatchObject({ code: 0, answer: { calendars: [{ name: 'Appointments' }] } });
  const renew = ['connection', 'renew', String(connected.answer['connectionId'])];
  expect(await runAs(authority, env, renew, BOB.mail)).toMatchObject({
    code: 1,
    answer: { error: { code: 'sign-in-other-account' } },
  });
  expect(await runAs(authority, env, renew, ANN.mail)).toMatchObject({
    code: 0,
    answer: { connectionId: connected.answer['connectionId'] },
  });
}, 60_000);
