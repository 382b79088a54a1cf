import { editEvent } from '@atelier/usecases/events/edit-event';
import { shareCalendar } from '@atelier/usecases/sharing/share-calendar';
import superjson from 'superjson';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectOk } from './testing/bookable.ts';
import {
  openPrivateWorld,
  type PrivateWorld,
  SECRET,
  type Thing,
  type Who,
} from './testing/private-events.ts';
import { openTestServer, type TestServer } from './testing/server.ts';

let world: PrivateWorld;
let second: TestServer;
beforeAll(async () => {
  world = await openPrivateWorld();
  second = await openTestServer({ DATABASE_URL: world.context.database.url, ATELIER_RATE_LIMITS: 'off' });
});
beforeEach(() => world.clear());
afterAll(async () => {
  await second[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const week = () => {
  const from = new Date(Temporal.Now.plainDateISO('UTC').toString());
  return { from, to: new Date(from.getTime() + 7 * 86_400_000) };
};
const ask = async (who: Who, input: object = week()) =>
  (await world.ask(who, 'query', 'agenda.events', input)).text;

/** Of the other server process, which shares nothing with the first but the database. */
async function askSecond(who: Exclude<Who, 'nobody'>, input: object = week()): Promise<string> {
  const cookie = await second.signIn(`${who}@studio.test`);
  const said = encodeURIComponent(superjson.stringify(input));
  return (await second.call(`agenda.events?input=${said}`, cookie)).text();
}

async function rename({ objectId }: Thing, summary: string): Promise<void> {
  const edit = { id: objectId, patch: { summary }, scope: { scope: 'all' } as const };
  expectOk(await editEvent(world.context, world.owner, edit));
}

test('I6 a kept month has the words that the procedure itself has, packed or not', async () => {
  await world.thing('GROUP', 'public');
  const input = week();
  const cookie = await second.signIn('owner@studio.test');
  const said = superjson.serialize(input);
  const batch = encodeURIComponent(JSON.stringify({ 0: said }));
  const [by] = (await (await second.call(`agenda.events?batch=1&input=${batch}`, cookie)).json()) as object[];
  for (const encoding of ['gzip', 'identity', 'gzip;q=0, identity']) {
    const url = `${second.origin}/trpc/agenda.events?input=${encodeURIComponent(JSON.stringify(said))}`;
    const answer = await fetch(url, { headers: { cookie, 'accept-encoding': encoding } });
    expect(answer.headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null);
    expect([encoding, await answer.json()]).toEqual([encoding, by]);
  }
});

test('I6 what has changed in one process is in the next answer of every process', async () => {
  const thing = await world.thing('GROUP', 'public');
  for (let n = 0; n < 5; n += 1) {
    await rename(thing, `Title ${n}`);
    expect(await askSecond('owner')).toContain(`Title ${n}`);
    expect(await ask('owner')).toContain(`Title ${n}`);
  }
});

test('I8 an answer that is kept for one is given to nobody who may see less', async () => {
  const { calendarId } = await world.thing('PERSONAL', 'private');
  const input = { ...week(), calendarIds: [calendarId] };
  const everybody = { calendarId, with: { kind: 'everybody' } as const };
  expectOk(await shareCalendar(world.context, world.owner, { ...everybody, level: 'read' }));
  const asked = ['owner', 'other', 'owner', 'admin', 'desk', 'other', 'owner'] as const;
  for (const who of asked) {
    const text = await ask(who, input);
    expect([who, text.includes(SECRET)]).toEqual([who, who === 'owner']);
  }
  expect((await world.ask('nobody', 'query', 'agenda.events', input)).status).toBe(401);
  expectOk(await shareCalendar(world.context, world.owner, { ...everybody, level: null }));
  expect(await ask('other', input)).toContain('"json":[]');
  expect(await ask('owner', input)).toContain(SECRET);
});

test('I8 as much as a share says of a kept month, level by level, and back', async () => {
  const { calendarId } = await world.thing('PERSONAL', 'public');
  const input = { ...week(), calendarIds: [calendarId] };
  const person = { kind: 'person', id: world.idOf('other') } as const;
  for (const level of ['read', 'busy', 'write', 'busy', null] as const) {
    expectOk(await shareCalendar(world.context, world.owner, { calendarId, with: person, level }));
    expect([level, (await ask('owner', input)).includes(SECRET)]).toEqual([level, true]);
    const told = level === 'read' || level === 'write';
    expect([level, (await ask('other', input)).includes(SECRET)]).toEqual([level, told]);
  }
});
