import { randomUUID } from 'node:crypto';
import { REST_ROUTES } from '@atelier/api/rest/rest-routes';
import { appRouter } from '@atelier/api/trpc/app-router';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DOORS, type Door, ELSEWHERE, file } from './testing/private-doors.ts';
import {
  openPrivateWorld,
  PLACES,
  type Place,
  type PrivateWorld,
  SECRET,
  type Thing,
  type Who,
} from './testing/private-events.ts';

let world: PrivateWorld;
beforeAll(async () => {
  world = await openPrivateWorld();
});
beforeEach(() => world.clear());
afterAll(() => world[Symbol.asyncDispose]());

// The types say the routers, the router itself holds a flat list by path.
const procedures = appRouter._def.procedures as unknown as Readonly<
  Record<string, { readonly _def: { readonly type: string } }>
>;
const typeOf = (path: string): string => procedures[path]?._def.type ?? '';
const doors = Object.entries(DOORS);
const absentThing = (thing: Thing): Thing => ({
  ...thing,
  objectId: randomUUID(),
  writeId: randomUUID(),
  conflictId: randomUUID(),
  tombstoneId: randomUUID(),
  editId: randomUUID(),
});

test('I8 every procedure is either tried with private events or known to have nothing to do with them', () => {
  expect([...Object.keys(DOORS), ...ELSEWHERE].toSorted()).toEqual(Object.keys(procedures).toSorted());
});

describe.each(PLACES)('I8 B10 a private event in a %s calendar', (place: Place) => {
  describe.each(['private', 'confidential'] as const)('marked as %s', (classification) => {
    test.each(doors)('%s: shut to everybody else', async (path, { input, foreign }) => {
      const thing = await world.thing(place, classification);
      const before = await world.kept();
      for (const who of ['admin', 'desk', 'other', 'nobody'] as const) {
        const answer = await world.ask(who, typeOf(path), path, input(thing));
        expect([who, answer.text]).toEqual([who, expect.not.stringContaining(SECRET)]);
        expect([who, await world.kept()]).toEqual([who, before]);
        if (who === 'nobody') expect(answer.status).toBe(401);
        else if (isAbsent(who, place, foreign) && byId(input, thing)) {
          const absent = await world.ask(who, typeOf(path), path, input(absentThing(thing)));
          expect([who, answer]).toEqual([who, absent]);
        }
      }
    });
  });

  test.each(doors)('%s: open to its owner', async (path, { input, tells }) => {
    const answer = await world.ask('owner', typeOf(path), path, input(await world.thing(place, 'private')));
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
    if (tells) expect(answer.text).toContain(SECRET);
  });

  test.each(doors)(
    '%s: one for everybody is open to the front desk',
    async (path, { input, tells, ownersOnly }) => {
      const answer = await world.ask('desk', typeOf(path), path, input(await world.thing(place, 'public')));
      expect([path, answer.status]).toEqual([path, ownersOnly ? 404 : 200]);
      if (tells && !ownersOnly) expect(answer.text).toContain(SECRET);
    },
  );
});

/** An artist does not see somebody else's own calendar, and so nothing in it. */
function isAbsent(who: Who, place: Place, foreign: Door['foreign']): boolean {
  return foreign === 'absent' || (who === 'other' && place === 'PERSONAL');
}

function byId(input: Door['input'], thing: Thing): boolean {
  const said = JSON.stringify(input(thing)) ?? '';
  return [thing.objectId, thing.writeId, thing.conflictId, thing.tombstoneId, thing.editId].some((id) =>
    said.includes(id),
  );
}

describe('I8 B10 what is public in one form and private in another', () => {
  test('a conflict of an event that was made private since', async () => {
    const thing = await world.thing('GROUP', 'public');
    const secret = await world.thing('GROUP', 'private');
    await world.context.database.query('UPDATE conflict SET uid = $2 WHERE id = $1', [
      thing.conflictId,
      secret.uid,
    ]);
    const show = await world.ask('desk', 'query', 'conflicts.show', { id: thing.conflictId });
    const resolve = await world.ask('desk', 'mutation', 'conflicts.resolve', {
      id: thing.conflictId,
      take: 'mine',
    });
    expect([show.status, resolve.status]).toEqual([404, 404]);
  });

  test('a deletion that waits: its text is that of the base', async () => {
    const { objectId, writeId, calendarId } = await world.thing('GROUP', 'private');
    await world.context.database.query(
      `UPDATE outbox SET operation = 'DELETE', object_id = NULL,
              base_source = (SELECT source FROM calendar_object WHERE id = $2) WHERE id = $1`,
      [writeId, objectId],
    );
    const list = await world.ask('desk', 'query', 'conflicts.waiting', { calendarId });
    const discard = await world.ask('desk', 'mutation', 'conflicts.discard', { id: writeId });
    expect([list.text.includes(writeId), discard.status]).toEqual([false, 404]);
  });

  test('of a file, the other events are taken, and the refused one is named', async () => {
    const thing = await world.thing('GROUP', 'private');
    const text = file(thing).replace(
      'END:VCALENDAR',
      file({ ...thing, uid: randomUUID() }).split('//x//EN\r\n')[1] ?? '',
    );
    const { calendarId } = thing;
    const answer = await world.ask('desk', 'mutation', 'agenda.import', { calendarId, text });
    expect(JSON.parse(answer.text)).toMatchObject({
      result: { data: { json: { added: 1, updated: 0, refused: [{ uid: thing.uid }] } } },
    });
  });
});

describe('I8 the routes for programs', () => {
  const routes = REST_ROUTES.filter(({ access }) => access === 'admin').map(
    (one) => [one.method, one.path] as const,
  );

  test.each(routes)('%s %s says nothing of it, whoever asks', async (method, path) => {
    const thing = await world.thing('GROUP', 'private');
    const before = await world.kept();
    // With the calendar's own id an admin may turn it off, which takes nothing away.
    const ids = [thing.objectId, thing.writeId, thing.conflictId, thing.tombstoneId];
    if (method === 'get') ids.push(thing.calendarId);
    for (const who of ['admin', 'desk', 'other'] as const) {
      for (const id of path.includes('{') ? ids : ['']) {
        const answer = await world.rest(who, method, path.replace(/\{\w+\}/g, id));
        expect([who, id, answer.text]).toEqual([who, id, expect.not.stringContaining(SECRET)]);
      }
    }
    expect(await world.kept()).toEqual(before);
  });
});
