import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@atelier/database/testing/migrated-database';
import { calendarUrl, putObject } from '@atelier/testkit/caldav-server';
import { eventFile } from '@atelier/testkit/event-builder';
import { type SandboxServer, startSandboxServer } from '@atelier/testkit/sandbox-server';
import { beforeEach, expect, test } from 'vitest';
import { cli } from './testing/run-cli.ts';

let server: SandboxServer;
let database: TestDatabase;
let env: Record<string, string>;

beforeEach(async () => {
  const stack = new AsyncDisposableStack();
  server = stack.use(await startSandboxServer());
  database = stack.use(await createTestDatabase());
  env = { DATABASE_URL: database.url, ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1' };
  server.sandbox.addCalendar('ann', { uri: 'work', name: 'Work' });
  server.sandbox.addCalendar('ann', { uri: 'home', name: 'Home' });
  await json(['user', 'add', '--email', 'a@b.test', '--name', 'A', '--role', 'admin']);
  return () => stack.disposeAsync();
}, 60_000);

/** What a command prints; its shape is what each test is about. */
async function json(args: readonly string[], stdin = ''): Promise<ReturnType<typeof JSON.parse>> {
  const ran = await cli(env, [...args, '--json'], stdin);
  if (ran.code !== 0) throw new Error(`${args.join(' ')}: ${ran.code} ${ran.stderr}`);
  return JSON.parse(ran.stdout);
}

/** @returns the ids of the two calendars. */
async function connected(): Promise<{ work: string; home: string }> {
  const account = ['--kind', 'caldav', '--url', server.sandbox.url, '--user', 'ann', '--password-stdin'];
  const { calendars } = await json(['connect', ...account], 'secret\n');
  const id = (name: string) => calendars.find((one: { name: string }) => one.name === name).id;
  return { work: id('Work'), home: id('Home') };
}

const texts = (uri: string) => [...server.sandbox.objects('ann', uri).values()].map(({ body }) => body);

test('S2 S6: events are made, edited, moved and deleted from a terminal, and reach the server', async () => {
  const { work, home } = await connected();
  const times = ['--start', '2027-03-01T10:00', '--end', '2027-03-01T12:00', '--zone', 'Europe/Zurich'];
  const weekly = ['--rrule', 'FREQ=WEEKLY;COUNT=4'];
  const made = await json(['events', 'add', '--calendar', work, '--title', 'Koi', ...times, ...weekly]);
  expect(made).toEqual({ id: expect.any(String), uid: expect.any(String) });
  expect(await json(['sync', '--all'])).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ calendarId: work, pushed: { created: 1, updated: 0, removed: 0 } }),
    ]),
  );
  expect(texts('work')[0]).toContain('DTSTART;TZID=Europe/Zurich:20270301T100000');

  const second = ['--occurrence', '2027-03-08T10:00+01:00', '--scope', 'this'];
  await json(['events', 'edit', made.id, '--title', 'Koi, colour', ...second]);
  const third = ['--occurrence', '2027-03-15T10:00+01:00', '--scope', 'this'];
  await json(['events', 'delete', made.id, ...third]);
  const shown = await json([
    'events',
    'list',
    '--calendar',
    work,
    '--from',
    '2027-03-01',
    '--to',
    '2027-04-01',
    '--zone',
    'Europe/Zurich',
  ]);
  expect(shown.map(({ summary }: { summary: string }) => summary)).toEqual(['Koi', 'Koi, colour', 'Koi']);

  await json(['events', 'move', made.id, '--to', home]);
  await json(['sync', '--all']);
  expect(texts('work')).toEqual([]);
  expect(texts('home')[0]).toContain('RECURRENCE-ID;TZID=Europe/Zurich:20270308T100000');

  expect((await json(['export', '--calendar', home])).ics).toContain('SUMMARY:Koi\\, colour');
  await json(['events', 'delete', made.id, '--scope', 'all']);
  const [deleted] = await json(['deleted']);
  await json(['sync', '--all']);
  expect(texts('home')).toEqual([]);
  await json(['deleted', 'restore', deleted.id]);
  await json(['sync', '--all']);
  expect(texts('home')[0]).toContain('SUMMARY:Koi');
}, 90_000);

test('S2: a clash is listed, and settled by taking the other version', async () => {
  const { work } = await connected();
  const start = Temporal.ZonedDateTime.from('2027-03-01T10:00[Europe/Zurich]');
  const text = (summary: string) => eventFile({ uid: 'one', summary, start, end: start.add({ hours: 1 }) });
  await putObject(server, calendarUrl(server, 'work'), 'one.ics', text('Koi'));
  await json(['sync', '--all']);
  const [{ id }] = await json(['events', 'list', '--calendar', work, '--objects']);
  await json(['events', 'edit', id, '--title', 'Dragon']);
  server.sandbox.put('ann', 'work', 'one.ics', text('Tiger'));
  expect(await json(['sync', '--all'])).toEqual(
    expect.arrayContaining([expect.objectContaining({ calendarId: work, conflicts: 1 })]),
  );
  const settled = await json(['conflicts', 'list', '--settled']);
  expect(settled).toMatchObject([{ kind: 'both-edited', groups: ['title'], outcome: 'theirs' }]);
  const { findings } = await json(['doctor']);
  expect(findings).toContainEqual(expect.objectContaining({ check: 'writes', status: 'ok' }));
  await json(['conflicts', 'resolve', settled[0].id, '--take', 'mine']);
  await json(['sync', '--all']);
  expect(texts('work')[0]).toContain('SUMMARY:Dragon');
}, 90_000);

test('many accounts are tried, then connected, and connecting them again changes nothing', async () => {
  const home = await mkdtemp(join(tmpdir(), 'atelier-accounts-'));
  try {
    const file = join(home, 'accounts.json');
    const account = { kind: 'caldav', url: server.sandbox.url, user: 'ann', passwordEnv: 'ANNS' };
    await writeFile(file, JSON.stringify([account, { ...account, user: 'bob' }]));
    env = { ...env, ANNS: 'secret' };
    const expected = async (dryRun: boolean, outcomes: readonly string[]) => {
      const ran = await cli(env, ['connections', 'import', file, ...(dryRun ? ['--dry-run'] : []), '--json']);
      expect(ran.code).toBe(1);
      const report = JSON.parse(ran.stdout);
      expect(report.map(({ outcome }: { outcome: string }) => outcome)).toEqual(outcomes);
      expect(report[1].error.message).toMatch(/password/);
      expect(ran.stdout + ran.stderr).not.toContain('secret');
      return report;
    };
    const [rehearsed] = await expected(true, ['rehearsed', 'failed']);
    expect(rehearsed.calendars).toMatchObject([{ name: 'Work' }, { name: 'Home' }]);
    expect(await json(['calendars'])).toEqual([]);
    await expected(false, ['connected', 'failed']);
    expect(await json(['calendars'])).toHaveLength(2);
    await writeFile(
      file,
      `\uFEFFkind;url;user;passwordEnv;name\r\ncaldav;${server.sandbox.url};ann;ANNS;\r\ncaldav;${server.sandbox.url};bob;ANNS;\r\n`,
    );
    await expected(false, ['there', 'failed']);

    await writeFile(file, '[{"kind":"caldav","url":"x","user":"ann","password":"hunter2","colour":1}]');
    const wrong = await cli(env, ['connections', 'import', file]);
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toMatch(/Account 1.*colour/);
    await writeFile(file, 'kind,url,user,password\ncaldav,x,ann,hunter"2');
    const untidy = await cli(env, ['connections', 'import', file]);
    expect(untidy.stderr).toMatch(/not a table; look at line 2/);
    await writeFile(file, '[{"password":"hunter2"');
    const broken = await cli(env, ['connections', 'import', file]);
    expect(broken.stderr).toMatch(/not JSON/);
    expect(wrong.stderr + untidy.stderr + broken.stderr).not.toContain('hunter2');
  } finally {
    await rm(home, { recursive: true });
  }
}, 90_000);

test('a time that is none ends with 2 and a sentence, and changes nothing', async () => {
  const { work } = await connected();
  const times = ['--start', 'tomorrow', '--end', '2027-03-01T12:00'];
  const ran = await cli(env, ['events', 'add', '--calendar', work, '--title', 'Koi', ...times]);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toMatch(/“tomorrow” is not a time/);
  expect(await json(['waiting'])).toEqual([]);
});
