import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { expect, test } from 'vitest';
import { cli } from './testing/run-cli.ts';

const SAID = ['--now', '2026-12-02T10:00', '--zone', 'Europe/Zurich'];

test('a sentence is read without a database, in either language', async () => {
  const nowhere = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  const text = 'Séance avec Léa demain 14h-16h30 @ Studio 2';
  const french = await cli(nowhere, ['quick-add', text, '--lang', 'fr', ...SAID, '--json']);
  expect(french.code).toBe(0);
  expect(JSON.parse(french.stdout)).toEqual({
    title: 'Séance avec Léa',
    start: '2026-12-03T14:00',
    end: '2026-12-03T16:30',
    allDay: false,
    rrule: null,
    location: 'Studio 2',
    calendar: null,
    people: ['Léa'],
  });
  const holiday = ['quick-add', 'Holiday from 24 Dec to 2 Jan', '--lang', 'en', ...SAID, '--json'];
  expect(JSON.parse((await cli(nowhere, holiday)).stdout)).toMatchObject({
    title: 'Holiday',
    start: '2026-12-24',
    end: '2027-01-03',
    allDay: true,
  });
});

test('what may be meant otherwise is said beside the answer', async () => {
  const asked = ['quick-add', 'Concert next Friday 8pm', '--lang', 'en', ...SAID];
  const { code, stdout, stderr } = await cli({}, asked);
  expect(code).toBe(0);
  expect(stdout).toBe('Would make “Concert”, 2026-12-11 20:00 to 2026-12-11 21:00.\n');
  expect(stderr).toContain('2026-12-04 may be meant');
});

test('wrong usage is 2, in a language, a zone or a time that is none', async () => {
  expect((await cli({}, ['quick-add', 'Lunch', '--lang', 'xx'])).code).toBe(2);
  expect((await cli({}, ['quick-add', 'Lunch'])).code).toBe(2);
  expect((await cli({}, ['quick-add', 'Lunch', '--lang', 'en', '--zone', 'Mars/Base'])).code).toBe(2);
  expect((await cli({}, ['quick-add', 'Lunch', '--lang', 'en', '--now', 'soon'])).code).toBe(2);
}, 60_000);

test('with a calendar the event is made there, in the zone of the calendar', async () => {
  await using database = await createTestDatabase();
  const env = { DATABASE_URL: database.url };
  const json = async (args: readonly string[]) => JSON.parse((await cli(env, [...args, '--json'])).stdout);
  await json(['user', 'add', '--email', 'a@b.test', '--name', 'A', '--role', 'admin']);
  const named = ['--name', 'Mine', '--owner', 'a@b.test', '--zone', 'America/New_York'];
  const { id: calendar } = await json(['calendar', 'add', ...named]);
  const text = 'Yoga every Monday at 18:00 until 3 March';
  const said = ['--now', '2026-12-02T16:00Z', '--calendar', calendar];
  const made = await json(['quick-add', text, '--lang', 'en', ...said]);
  expect(made).toMatchObject({ title: 'Yoga', start: '2026-12-07T18:00', calendar, id: expect.any(String) });
  const { stdout } = await cli(env, ['events', 'show', made.id, '--ics']);
  expect(stdout).toContain('DTSTART;TZID=America/New_York:20261207T180000');
  expect(stdout).toContain('RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20270303T230000Z');
  const nowhere = await cli(env, ['quick-add', text, '--lang', 'en', '--calendar', made.id, '--json']);
  expect(nowhere.code).toBe(1);
}, 60_000);
