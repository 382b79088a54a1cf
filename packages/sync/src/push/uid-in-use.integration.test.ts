import { beforeEach, describe, expect, it } from 'vitest';
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

const stored = () =>
  [...world.sandbox.objects('ann', 'work')].map(([name, { body }]) => [
    name,
    /^UID:(.*)\r$/m.exec(body)?.[1],
  ]);
const local = () =>
  world.database.query<{ id: string; uid: string; href: string }>(
    'SELECT id, uid, href FROM calendar_object ORDER BY href',
  );
const waiting = () => world.database.query('SELECT state FROM outbox');

describe('a UID that the server has already', () => {
  /** Between the pull and the write, the same event is made elsewhere: by a phone that took the same invitation. */
  const madeThere = (text: string) => {
    world.sandbox.put('ann', 'work', 'theirs.ics', text);
  };

  it.each([undefined, '400', '403', '409-without-href'] as const)(
    'S3 case 30: is adopted at the address that it has there, and is one event (told as %s)',
    async (form) => {
      if (form) world.sandbox.faults.add({ effect: { kind: 'uid-conflict', form }, occurs: 'always' });
      await world.sync(work);
      const id = await ann.add(work, appointment('same', 12, 'Same'));
      madeThere(appointment('same', 12, 'Same'));
      await world.sync(work);
      await world.sync(work);
      expect(stored()).toEqual([['theirs.ics', 'same']]);
      expect(await local()).toMatchObject([
        { id, uid: 'same', href: expect.stringContaining('/theirs.ics') },
      ]);
      expect(await waiting()).toEqual([]);

      await ann.edit(work, 'same', (source) => source.replace('SUMMARY:Same', 'SUMMARY:Edited'));
      await world.sync(work);
      expect(world.sandbox.objects('ann', 'work').get('theirs.ics')?.body).toContain('SUMMARY:Edited');
      expect(stored()).toHaveLength(1);
    },
  );

  it('S3 S2 case 30: is merged with what was meant where both say different things', async () => {
    await world.sync(work);
    await ann.add(work, appointment('same', 12, 'Mine'));
    madeThere(appointment('same', 12, 'Theirs').replace('UID:', 'LOCATION:Chair 2\r\nUID:'));
    await world.sync(work);
    await world.sync(work);
    expect(stored()).toEqual([['theirs.ics', 'same']]);
    expect(await local()).toHaveLength(1);
    expect(world.sandbox.objects('ann', 'work').get('theirs.ics')?.body).toContain('LOCATION:Chair 2');
    const conflicts = await world.database.query<{ mine: string }>(
      'SELECT mine_source AS mine FROM conflict',
    );
    expect(conflicts).toMatchObject([{ mine: expect.stringContaining('SUMMARY:Mine') }]);
  });
});

it('S3 case 42: a server that lets no twin be changed gets no double of it, and the edit is kept', async () => {
  for (const name of ['a.ics', 'b.ics'])
    world.sandbox.put('ann', 'work', name, appointment('twin', 12, name));
  await world.sync(work);
  await ann.edit(work, 'twin', (source) => source.replace('SUMMARY:a.ics', 'SUMMARY:Edited'));
  await world.sync(work);
  expect(stored()).toEqual([
    ['a.ics', 'twin'],
    ['b.ics', 'twin'],
  ]);
  expect(await local()).toHaveLength(2);
  const why = await world.database.query('SELECT state, failure_message AS why FROM outbox');
  expect(why).toEqual([{ state: 'PARKED', why: expect.stringContaining('the same UID') }]);
  const texts = await world.database.query<{ source: string }>('SELECT source FROM calendar_object');
  expect(texts.some(({ source }) => source.includes('SUMMARY:Edited'))).toBe(true);
});

it('S3 case 31: what was deleted and lies in the trash bin is made again under another UID', async () => {
  world.sandbox.faults.add({ effect: { kind: 'trash-bin' }, occurs: 'always' });
  await ann.add(work, appointment('again', 12, 'Again'));
  await world.sync(work);
  await ann.remove(work, 'again');
  await world.sync(work);
  expect(stored()).toEqual([]);

  const id = await ann.add(work, appointment('again', 12, 'Again'));
  await world.sync(work);
  await world.sync(work);
  expect(stored()).toHaveLength(1);
  expect(stored()[0]?.[1]).not.toBe('again');
  expect(await local()).toMatchObject([{ id, uid: stored()[0]?.[1] }]);
  expect(await waiting()).toEqual([]);
});

it('S2 case 37: Schedule-Tags that change by themselves stand in the way of no write', async () => {
  world.sandbox.faults.add({ effect: { kind: 'schedule-tag' }, occurs: 'always' });
  await ann.add(work, appointment('one', 12, 'One'));
  await world.sync(work);
  await ann.edit(work, 'one', (source) => source.replace('SUMMARY:One', 'SUMMARY:Two'));
  world.sandbox.clearRequests();
  await world.sync(work);
  expect(world.sandbox.requests.filter(onWrite)).toMatchObject([
    { method: 'PUT', ifMatch: expect.any(String) },
  ]);
  expect([...world.sandbox.objects('ann', 'work').values()][0]?.body).toContain('SUMMARY:Two');
  expect(await waiting()).toEqual([]);
  expect(await world.database.query('SELECT 1 FROM conflict')).toEqual([]);
});

const onWrite = ({ method }: { readonly method: string }) => ['PUT', 'DELETE', 'MOVE'].includes(method);
