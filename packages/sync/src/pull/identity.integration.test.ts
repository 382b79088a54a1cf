import { beforeEach, describe, expect, test } from 'vitest';
import { localActor } from '../testing/local-actor.ts';
import { appointment, openSyncWorld, type SyncWorld } from '../testing/sync-world.ts';

let world: SyncWorld;
let work: string;

beforeEach(async () => {
  world = await openSyncWorld();
  work = await world.calendar('work');
  return () => world[Symbol.asyncDispose]();
});

/** What a person sees of March: `12 Sleeve` for each occurrence. */
const shown = async (calendarId = work) =>
  (
    await world.database.query<{ line: string }>(
      `SELECT to_char(c.starts_at AT TIME ZONE 'Europe/Zurich', 'DD') || ' ' || (o.components -> c.component ->> 'summary') AS line
       FROM occurrence c JOIN calendar_object o ON o.id = c.object_id WHERE o.calendar_id = $1 ORDER BY 1`,
      [calendarId],
    )
  ).map(({ line }) => line);
const objects = (calendarId = work) =>
  world.database.query<{ id: string; uid: string; href: string }>(
    'SELECT id, uid, href FROM calendar_object WHERE calendar_id = $1 ORDER BY href',
    [calendarId],
  );
const put = (name: string, text: string, uri = 'work') => world.sandbox.put('ann', uri, name, text);
/** The events of several files in one. */
const joined = (...files: readonly string[]) =>
  files
    .map((file) => /BEGIN:VEVENT[\s\S]*END:VEVENT\r\n/.exec(file)?.[0] ?? '')
    .join('')
    .replace(/^/, 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y\r\n')
    .replace(/$/, 'END:VCALENDAR\r\n');
const utc = (file: string) =>
  file.replace(/;TZID=Europe\/Zurich:(\d{8}T)10/g, ':$109').replace(/(:\d{8}T09\d{4})(?=\r)/g, '$1Z');

test('T1 case 41: another UID at the same address is another event, and the old one can be brought back', async () => {
  put('a.ics', appointment('one', 12, 'One'));
  await world.sync(work);
  const [before] = await objects();
  put('a.ics', appointment('two', 13, 'Two'));
  await world.sync(work);
  const [after, ...none] = await objects();
  expect(after).toMatchObject({ uid: 'two', href: before?.href });
  expect([after?.id === before?.id, none]).toEqual([false, []]);
  expect(await shown()).toEqual(['13 Two']);
  expect(await world.database.query('SELECT uid, local FROM tombstone')).toEqual([
    { uid: 'one', local: false },
  ]);
});

test('T1 case 42: one UID twice in a calendar is shown twice, and an edit of one leaves the other', async () => {
  world.sandbox.faults.add({ effect: { kind: 'uid-conflict', form: 'allowed' }, occurs: 'always' });
  put('a.ics', appointment('twin', 12, 'First'));
  put('b.ics', appointment('twin', 13, 'Second'));
  await world.sync(work);
  expect(await shown()).toEqual(['12 First', '13 Second']);
  // The first of them by address.
  await localActor(world).edit(work, 'twin', (source) => source.replace('First', 'Third'));
  await world.sync(work);
  expect(world.sandbox.objects('ann', 'work').get('a.ics')?.body).toContain('SUMMARY:Third');
  expect(world.sandbox.objects('ann', 'work').get('b.ics')?.body).toContain('SUMMARY:Second');
  world.sandbox.remove('ann', 'work', 'a.ics');
  await world.sync(work);
  expect(await shown()).toEqual(['13 Second']);
});

test('T1 case 43: one UID in two calendars is two events that go their own ways', async () => {
  const home = await world.calendar('home');
  put('a.ics', appointment('twin', 12, 'Work'));
  put('a.ics', appointment('twin', 12, 'Home'), 'home');
  await world.sync(work);
  await world.sync(home);
  const [[atWork], [atHome]] = [await objects(), await objects(home)];
  expect(atWork?.id).not.toBe(atHome?.id);
  put('a.ics', appointment('twin', 14, 'Home moved'), 'home');
  await world.sync(home);
  expect([await shown(), await shown(home)]).toEqual([['12 Work'], ['14 Home moved']]);
  world.sandbox.remove('ann', 'work', 'a.ics');
  await world.sync(work);
  expect([await shown(), await shown(home)]).toEqual([[], ['14 Home moved']]);
});

test('S3 case 44: an event at another address is the same one, with what waits to be written', async () => {
  put('a.ics', appointment('one', 12, 'One'));
  await world.sync(work);
  const [before] = await objects();
  await localActor(world).edit(work, 'one', (source) => source.replace('SUMMARY:One', 'SUMMARY:Mine'));
  world.sandbox.remove('ann', 'work', 'a.ics');
  put('elsewhere.ics', appointment('one', 12, 'One'));
  await world.sync(work);
  await world.sync(work);
  expect(await objects()).toMatchObject([{ id: before?.id, href: expect.stringContaining('elsewhere.ics') }]);
  expect(
    [...world.sandbox.objects('ann', 'work').values()].map(({ body }) => /SUMMARY:(.*)\r/.exec(body)?.[1]),
  ).toEqual(['Mine']);
  expect(await world.database.query('SELECT 1 FROM tombstone')).toEqual([]);
});

describe('what one resource may hold', () => {
  const override = (day: number, title: string) =>
    utc(appointment('series', day, title)).replace(
      'SUMMARY',
      `RECURRENCE-ID:202603${day}T090000Z\r\nSUMMARY`,
    );

  test('T1 case 45: an override without its series is shown for itself', async () => {
    put('a.ics', joined(override(12, 'Alone'), override(19, 'Alone too')));
    expect(await world.sync(work)).toMatchObject([{ quarantined: 0, pulled: { added: 1 } }]);
    expect(await shown()).toEqual(['12 Alone', '19 Alone too']);
  });

  test('T1 case 46: events of several UIDs, and what is no event, share a resource', async () => {
    const task = 'BEGIN:VTODO\r\nUID:task\r\nSUMMARY:Task\r\nEND:VTODO\r\n';
    const mixed = joined(utc(appointment('one', 12, 'One')), utc(appointment('two', 13, 'Two')));
    put('a.ics', mixed.replace('END:VCALENDAR', `${task}END:VCALENDAR`));
    expect(await world.sync(work)).toMatchObject([{ quarantined: 0, pulled: { added: 1 } }]);
    expect(await shown()).toEqual(['12 One', '13 Two']);
    expect(await objects()).toHaveLength(1);
  });
});
