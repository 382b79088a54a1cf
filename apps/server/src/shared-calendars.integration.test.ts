import { appRouter } from '@atelier/api/trpc/app-router';
import { OPERATOR } from '@atelier/usecases/actor';
import { calendarOverview } from '@atelier/usecases/calendars/calendar-overview';
import { addGroup, setMember } from '@atelier/usecases/sharing/groups';
import { shareCalendar } from '@atelier/usecases/sharing/share-calendar';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectOk } from './testing/bookable.ts';
import { DOORS } from './testing/private-doors.ts';
import { eventFields, openPrivateWorld, type PrivateWorld, SECRET } from './testing/private-events.ts';

let world: PrivateWorld;
beforeAll(async () => {
  world = await openPrivateWorld();
});
beforeEach(async () => {
  await world.clear();
  for (const table of ['calendar_share', 'people_group'])
    await world.context.database.query(`DELETE FROM ${table}`);
});
afterAll(() => world[Symbol.asyncDispose]());

const LEVELS = ['busy', 'read', 'write'] as const;
type Level = (typeof LEVELS)[number];
const procedures = appRouter._def.procedures as unknown as Readonly<
  Record<string, { readonly _def: { readonly type: string } }>
>;
const typeOf = (path: string): string => procedures[path]?._def.type ?? '';
const doors = Object.entries(DOORS);
/** Where whoever may read is told what an event says; the others that tell are for those who may write. */
const READING = new Set([
  'agenda.events',
  'agenda.event',
  'agenda.next',
  'agenda.search',
  'agenda.export',
  'calendars.history',
]);

/** The ways in which another artist may come to a calendar. */
const WAYS = {
  'as a person': (calendarId: string, level: Level) =>
    share(calendarId, { kind: 'person', id: world.idOf('other') }, level),
  'as everybody': (calendarId: string, level: Level) => share(calendarId, { kind: 'everybody' }, level),
  'through a group': async (calendarId: string, level: Level) => {
    const id = await groupWith('write');
    await share(calendarId, { kind: 'group', id }, level);
  },
  'as a lesser member of a group that may write': async (calendarId: string, level: Level) => {
    const id = await groupWith(level);
    await share(calendarId, { kind: 'group', id }, 'write');
  },
} as const;

async function share(
  calendarId: string,
  whom: Parameters<typeof shareCalendar>[2]['with'],
  level: Level | null,
): Promise<void> {
  expectOk(await shareCalendar(world.context, world.owner, { calendarId, with: whom, level }));
}

async function groupWith(level: Level): Promise<string> {
  const { id } = expectOk(await addGroup(world.context, OPERATOR, { name: 'Guests', kind: 'group' }));
  expectOk(await setMember(world.context, OPERATOR, { groupId: id, userId: world.idOf('other'), level }));
  return id;
}

/** By whichever way somebody comes to a calendar, one place decides: every door is tried for one of them. */
const SOME = new Set(['agenda.events', 'agenda.event', 'agenda.edit']);

describe.each(Object.entries(WAYS))('I8 a calendar that is shared %s', (way, shared) => {
  test.each(doors.filter(([path]) => way === 'as a person' || SOME.has(path)))(
    '%s: as much as the share says, and no more',
    async (path, { input, tells, ownersOnly }) => {
      for (const level of LEVELS) {
        await world.clear();
        const thing = await world.thing('PERSONAL', 'public');
        await shared(thing.calendarId, level);
        const elsewhere = { calendarId: thing.otherCalendarId, with: { kind: 'everybody' } as const };
        expectOk(await shareCalendar(world.context, world.owner, { ...elsewhere, level: 'write' }));
        const before = await world.kept();
        const answer = await world.ask('other', typeOf(path), path, input(thing));
        const told = answer.text.includes(SECRET);
        const due = level === 'write' ? tells && ownersOnly !== true : level === 'read' && READING.has(path);
        expect([level, told]).toEqual([level, due]);
        if (level !== 'write') expect([level, await world.kept()]).toEqual([level, before]);
        else if (ownersOnly !== true) expect([level, answer.status]).toEqual([level, 200]);
      }
    },
  );
});

test('I8 what is private stays its owner’s, also where everybody may write', async () => {
  const thing = await world.thing('PERSONAL', 'private');
  await share(thing.calendarId, { kind: 'everybody' }, 'write');
  const before = await world.kept();
  for (const [path, { input }] of doors) {
    const { text } = await world.ask('other', typeOf(path), path, input(thing));
    expect([path, text.includes(SECRET)]).toEqual([path, false]);
  }
  expect(await world.kept()).toBe(before);
});

test('I8 of a calendar whose busy times alone are shared, nothing else is listed, nor what is free', async () => {
  const { calendarId } = await world.thing('PERSONAL', 'public');
  await share(calendarId, { kind: 'person', id: world.idOf('other') }, 'busy');
  const other = {
    userId: world.idOf('other'),
    name: 'o',
    email: 'other@studio.test',
    role: 'ARTIST',
  } as const;
  const [seen] = await calendarOverview(world.context, other, { ids: [calendarId] });
  expect(seen).toMatchObject({
    level: 'busy',
    connectionName: null,
    href: null,
    objects: 0,
    pending: 0,
    flagged: 0,
  });
  const from = new Date();
  const input = { from, to: new Date(from.getTime() + 7 * 86_400_000), calendarIds: [calendarId] };
  const shown = async () => (await world.ask('other', 'query', 'agenda.events', input)).text;
  expect(await shown()).toContain('"title":null');
  await world.context.database.query('UPDATE occurrence SET busy = false');
  // As whoever changes what is in a calendar does.
  await world.context.database.query('UPDATE calendar SET revision = revision + 1');
  expect(await shown()).toContain('"json":[]');
});

test('I8 what was shared is gone at once when it is taken back, and news of it with it', async () => {
  const { calendarId } = await world.thing('PERSONAL', 'public');
  const person = { kind: 'person', id: world.idOf('other') } as const;
  const add = () =>
    world.ask('owner', 'mutation', 'agenda.add', { calendarId, fields: eventFields('public') });
  await using heard = await world.watch('other');
  await heard.until('hello');
  await add();
  await share(calendarId, person, 'busy');
  await heard.until('events', 1);
  // The first is that of the share, which tells everybody; what came before it was not for them.
  const news = () => heard.heard.filter(({ event }) => event.type === 'events').length;
  expect(news()).toBe(1);
  await add();
  await heard.until('events', 2);
  expect(JSON.stringify(heard.heard)).not.toContain(SECRET);
  await share(calendarId, person, null);
  await heard.until('events', 3);
  await add();
  await share(calendarId, person, 'read');
  await heard.until('events', 4);
  expect(news()).toBe(4);
});
