import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { calendarUrl, putObject } from '@atelier/testkit/caldav-server';
import { eventFile } from '@atelier/testkit/event-builder';
import { startSandboxServer } from '@atelier/testkit/sandbox-server';
import { expect, test } from 'vitest';
import { cli, cliProcess } from './testing/run-cli.ts';

test('the way of an operator: user, connect, sync, look, all as JSON', async () => {
  await using sandbox = await startSandboxServer();
  await using created = await createTestDatabase();
  const env = { DATABASE_URL: created.url, ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1' };
  sandbox.sandbox.addCalendar('ann', { uri: 'work', name: 'Work', color: '#D6336C' });
  const start = Temporal.Now.zonedDateTimeISO('Europe/Zurich').add({ days: 1 });
  const ics = eventFile({ uid: 'one', summary: 'Léa – forearm', start, end: start.add({ hours: 2 }) });
  await putObject(sandbox, calendarUrl(sandbox, 'work'), 'one.ics', ics);
  const account = ['--kind', 'caldav', '--url', sandbox.url, '--user', 'ann', '--password-stdin', '--json'];

  const user = await cli(
    env,
    ['user', 'add', '--email', 'a@b.test', '--name', 'A', '--role', 'admin', '--password-stdin', '--json'],
    'long enough password\n',
  );
  expect(JSON.parse(user.stdout)).toEqual({ id: expect.any(String) });

  const wrong = await cli(env, ['connect', ...account], 'wrong\n');
  expect(wrong.code).toBe(1);
  expect(JSON.parse(wrong.stdout)).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(/password/) },
  });
  expect(wrong.stderr).not.toContain('at ');

  const absent = ['events', 'show', '0195a000-0000-7000-8000-000000000000', '--json'];
  const french = await cli({ ...env, LANG: 'fr_CH.UTF-8' }, absent);
  expect(french.stderr).toBe('Cet événement n’existe pas (ou plus).\n');
  expect(JSON.parse(french.stdout)).toMatchObject({ error: { message: 'There is no such event.' } });

  const tested = await cli(env, ['test-connection', ...account], 'secret\n');
  expect(JSON.parse(tested.stdout)).toMatchObject({ ok: true, calendars: [{ name: 'Work' }] });

  const connected = JSON.parse((await cli(env, ['connect', ...account], 'secret\n')).stdout);
  expect(connected.calendars).toEqual([
    {
      id: expect.any(String),
      name: 'Work',
      href: expect.any(String),
      readOnly: false,
      color: '#d6336c',
      selected: true,
    },
  ]);
  const [{ id }] = connected.calendars;
  expect((await cli(env, ['connect', ...account], 'secret\n')).code).toBe(1);

  // The app password was withdrawn and another one made: the account goes on, with its calendars and their ids.
  sandbox.sandbox.addUser('ann', 'fresh');
  sandbox.sandbox.addCalendar('ann', { uri: 'work', name: 'Work', color: '#D6336C' });
  sandbox.sandbox.put('ann', 'work', 'one.ics', ics);
  const stopped = JSON.parse((await cli(env, ['sync', '--all', '--json'])).stdout);
  expect(stopped).toMatchObject([{ error: { kind: 'credentials' } }]);
  const again = await cli(env, ['connect', ...account], 'fresh\n');
  expect(JSON.parse(again.stdout)).toMatchObject({
    connectionId: connected.connectionId,
    renewed: true,
    calendars: [{ id, selected: true }],
  });
  const renew = ['connection', 'renew', connected.connectionId, '--password-stdin', '--json'];
  expect((await cli(env, renew, 'wrong\n')).code).toBe(1);
  const renewed = JSON.parse((await cli(env, renew, 'fresh\n')).stdout);
  expect(renewed).toEqual({ connectionId: connected.connectionId, calendars: [{ id, name: 'Work' }] });
  expect((await cli(env, ['connection', 'renew', 'nobody', '--password-stdin'], 'fresh\n')).code).toBe(1);

  const synced = JSON.parse((await cli(env, ['sync', '--all', '--json'])).stdout);
  expect(synced).toMatchObject([
    { calendarId: id, pulled: { added: 1, updated: 0, removed: 0, unchanged: 0 }, held: 0 },
  ]);

  const events = JSON.parse((await cli(env, ['events', 'list', '--calendar', id, '--json'])).stdout);
  expect(events).toMatchObject([{ summary: 'Léa – forearm', allDay: false, busy: true }]);
  const [object] = JSON.parse(
    (await cli(env, ['events', 'list', '--calendar', id, '--objects', '--json'])).stdout,
  );
  expect(object).toMatchObject({ uid: 'one', summary: 'Léa – forearm', etag: expect.any(String) });
  const source = await cli(env, ['events', 'show', object.id, '--ics', '--json']);
  expect(JSON.parse(source.stdout).ics.replaceAll('\r\n', '\n')).toBe(ics.replaceAll('\r\n', '\n'));

  const set = await cli(env, ['calendar', 'set', id, '--interval', '15m', '--name', 'Tattoos', '--json']);
  expect(JSON.parse(set.stdout)).toMatchObject({ name: 'Tattoos', intervalSeconds: 900 });
  expect((await cli(env, ['calendar', 'set', id, '--interval', '5s'])).code).toBe(1);
  expect(JSON.parse((await cli(env, ['calendars', '--json'])).stdout)).toMatchObject([
    { id, state: 'ok', objects: 1, quarantined: 0 },
  ]);
  expect(JSON.parse((await cli(env, ['doctor', '--json'])).stdout)).toMatchObject({ ok: true });
}, 60_000);

test('secrets are rotated without losing a password', async () => {
  await using sandbox = await startSandboxServer();
  await using created = await createTestDatabase();
  const env = { DATABASE_URL: created.url, ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1' };
  sandbox.sandbox.addCalendar('ann', { uri: 'work', name: 'Work' });
  await cli(env, ['user', 'add', '--email', 'a@b.test', '--name', 'A', '--role', 'admin'], '');
  // As processes: a password comes through a pipe, and each ends by itself when it has nothing more to do.
  await cliProcess(
    env,
    ['connect', '--kind', 'caldav', '--url', sandbox.url, '--user', 'ann', '--password-stdin'],
    'secret\n',
  );
  const fresh = { ...env, ATELIER_SECRET: 'n'.repeat(40) };
  expect(JSON.parse((await cli(fresh, ['doctor', '--json'])).stdout).ok).toBe(false);
  const rotated = await cli({ ...fresh, ATELIER_SECRET_PREVIOUS: 's'.repeat(40) }, [
    'secrets',
    'rotate',
    '--json',
  ]);
  expect(JSON.parse(rotated.stdout)).toEqual({ rotated: 1, total: 1 });
  const [report] = JSON.parse((await cliProcess(fresh, ['sync', '--json'])).stdout);
  expect(report.error).toBeUndefined();
}, 60_000);

// As processes, for the codes that a script sees.
test('wrong usage ends with 2 and a wrong setting with 1 and a sentence', async () => {
  expect((await cliProcess({}, ['nonsense'])).code).toBe(2);
  expect((await cliProcess({}, ['connect', '--kind', 'caldav'])).code).toBe(2);
  expect((await cliProcess({}, ['connect', '--help'])).code).toBe(0);
  const wrong = await cliProcess({ PORT: 'many', DATABASE_URL: 'mysql://x' }, ['calendars', '--json']);
  expect(wrong.code).toBe(1);
  expect(JSON.parse(wrong.stdout).error.message).toMatch(/PORT[\s\S]*DATABASE_URL/);
});

test('S9 two people of one server are told apart by the names of their accounts', async () => {
  await using sandbox = await startSandboxServer();
  await using created = await createTestDatabase();
  const env = { DATABASE_URL: created.url, ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1' };
  await cli(
    env,
    ['user', 'add', '--email', 'a@b.test', '--name', 'A', '--role', 'admin', '--password-stdin'],
    'long enough password\n',
  );
  sandbox.sandbox.addUser('bob', 'secret');
  for (const user of ['ann', 'bob']) {
    sandbox.sandbox.addCalendar(user, { uri: 'work', name: 'Work' });
    const account = ['--kind', 'caldav', '--url', sandbox.url, '--user', user, '--password-stdin'];
    expect((await cli(env, ['connect', ...account], 'secret\n')).code).toBe(0);
  }
  const calendars = JSON.parse((await cli(env, ['calendars', '--json'])).stdout);
  const names = calendars.map(({ connectionName }: { connectionName: string }) => connectionName);
  expect(names.toSorted()).toEqual(['ann (127.0.0.1)', 'bob (127.0.0.1)']);
});

test('ics expand prints occurrences and nothing else; what has none is said beside them', async () => {
  const event = (...lines: readonly string[]) =>
    ['BEGIN:VEVENT', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');
  const file = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Phone//EN',
    event('UID:none', 'SUMMARY:Never', 'DTSTART:20260301T100000Z', 'RRULE:FREQ=DAILY;UNTIL=20260201T000000Z'),
    event('UID:one', 'SUMMARY:Caf_ dreams', 'DTSTART:20260302T100000Z'),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
  const [before = '', after = ''] = file.split('_');
  const split = Buffer.concat([
    Buffer.from(before),
    Buffer.from([0xc3, 13, 10, 32, 0xa9]),
    Buffer.from(after),
  ]);
  const path = join(mkdtempSync(join(tmpdir(), 'atelier-')), 'file.ics');
  writeFileSync(path, split);
  const range = ['--from', '2026-03-01T00:00Z', '--to', '2026-04-01T00:00Z', '--json'];
  const expanded = await cli({}, ['ics', 'expand', path, ...range]);
  expect(JSON.parse(expanded.stdout)).toMatchObject([{ uid: 'one', summary: 'Café dreams', flags: [] }]);
  expect(expanded.stderr).toContain('ends before the series begins');
});
