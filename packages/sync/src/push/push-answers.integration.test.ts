import { onMethod } from '@atelier/testkit/sandbox/faults/fault-match';
import { beforeEach, expect, it } from 'vitest';
import { type LocalActor, localActor } from '../testing/local-actor.ts';
import { appointment, openSyncWorld, type SyncWorld } from '../testing/sync-world.ts';

let world: SyncWorld;
let ann: LocalActor;
let work: string;

beforeEach(async () => {
  world = await openSyncWorld();
  ann = localActor(world);
  work = await world.calendar('work');
  return () => world[Symbol.asyncDispose]();
});

const titled = (title: string) => (source: string) => source.replace(/^SUMMARY:.*\r$/m, `SUMMARY:${title}\r`);
const titles = () =>
  [...world.sandbox.objects('ann', 'work').values()].map(({ body }) => /^SUMMARY:(.*)\r$/m.exec(body)?.[1]);
const localTitles = async () =>
  (await world.database.query<{ source: string }>('SELECT source FROM calendar_object')).map(
    ({ source }) => /^SUMMARY:(.*)\r$/m.exec(source)?.[1],
  );
const left = async () => [
  ...(await world.database.query('SELECT kind FROM conflict')),
  ...(await world.database.query('SELECT operation FROM outbox')),
];

it('S2: who saves again while the first save is on its way loses neither', async () => {
  world.sandbox.put('ann', 'work', 'one.ics', appointment('one'));
  await world.sync(work);
  await ann.edit(work, 'one', titled('First'));
  world.sandbox.faults.add({
    match: onMethod('PUT'),
    effect: { kind: 'meanwhile', when: 'before', act: () => ann.edit(work, 'one', titled('Second')) },
  });
  await world.sync(work);
  expect([titles(), await localTitles()]).toEqual([['Second'], ['Second']]);
  expect(await left()).toEqual([]);
});

/** Creates an event; the server makes it, and nobody hears of that. */
async function createUnheard(): Promise<void> {
  await ann.add(work, appointment('one'));
  world.sandbox.faults.add({ match: onMethod('PUT'), effect: { kind: 'reset', at: 'answer' } });
  const isMade = () => world.sandbox.requests.some(({ method }) => method === 'PUT');
  const cut = world.sandbox.faults.add({
    match: ({ method }) => method !== 'PUT' && isMade(),
    effect: { kind: 'reset', at: 'before' },
    occurs: 'always',
  });
  await world.sync(work);
  cut();
  expect(titles()).toEqual(['one']);
  expect(await left()).toEqual([{ operation: 'PUT' }]);
}

it('S3 case 24: a create whose answer was lost is made once, even where a UID may stand twice', async () => {
  world.sandbox.faults.add({ effect: { kind: 'uid-conflict', form: 'allowed' }, occurs: 'always' });
  await createUnheard();
  await world.sync(work);
  expect([titles(), await localTitles()]).toEqual([['one'], ['one']]);
  expect(await left()).toEqual([]);
});

it('S3 case 24: an edit after a create whose answer was lost is no conflict with oneself', async () => {
  await createUnheard();
  await ann.edit(work, 'one', titled('Edited'));
  await world.sync(work);
  expect([titles(), await localTitles()]).toEqual([['Edited'], ['Edited']]);
  expect(await left()).toEqual([]);
});

it.each(['given', 'absent'] as const)(
  'S1 case 27: what a server makes of a text is what is kept here, with an etag %s',
  async (etag) => {
    await world.sync(work);
    world.sandbox.faults.add({ effect: { kind: 'put-rewritten', etag }, occurs: 'always' });
    const id = await ann.add(work, appointment('one'));
    await world.sync(work);
    const there = world.sandbox.objects('ann', 'work').get(`${id}.ics`);
    expect(there?.body).not.toBe(appointment('one'));
    expect(await world.database.query('SELECT source, etag FROM calendar_object')).toEqual([
      { source: there?.body, etag: there?.etag },
    ]);
  },
);
