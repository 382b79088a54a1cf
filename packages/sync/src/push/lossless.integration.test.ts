import type { Effect } from '@atelier/testkit/sandbox/faults/effect';
import { describe, expect, test } from 'vitest';
import { localActor } from '../testing/local-actor.ts';
import { appointment, openSyncWorld, type SyncWorld } from '../testing/sync-world.ts';

type World = SyncWorld & { readonly work: string };

async function opened(body: string, ...effects: readonly Effect[]): Promise<World> {
  const world = await openSyncWorld();
  const work = await world.calendar('work');
  world.sandbox.put('ann', 'work', 'a.ics', body);
  for (const effect of effects) world.sandbox.faults.add({ effect, occurs: 'always' });
  await world.sync(work);
  return Object.assign(world, { work });
}

const there = ({ sandbox }: World, name = 'a.ics') => sandbox.objects('ann', 'work').get(name)?.body ?? '';
const sourceOf = async ({ database }: World) =>
  (await database.query<{ source: string; flags: string[] }>('SELECT source, flags FROM calendar_object'))[0];
const parked = async ({ database }: World) =>
  database.query<{ state: string; message: string }>('SELECT state, failure_message AS message FROM outbox');
const located = (text: string) => text.replace(/^END:VEVENT/m, 'LOCATION:Here\r\nEND:VEVENT');

const CAFE = appointment('cafe', 12, 'Café dreams où naïveté');
const SECRET = appointment('secret', 12, 'Bob confidential').replace(
  /^END:VEVENT/m,
  'CLASS:CONFIDENTIAL\r\nDESCRIPTION:secret text\r\nLOCATION:Vault\r\nEND:VEVENT',
);

describe('S6 bytes stay bytes', () => {
  test('a letter that a fold has split is read whole, and an edit elsewhere leaves it whole', async () => {
    await using world = await opened(CAFE, { kind: 'octet-folded' });
    const object = await sourceOf(world);
    expect(object?.flags).toEqual([]);
    expect(object?.source.replaceAll(/\r?\n[ \t]/g, '')).toContain('Café dreams où naïveté');
    await localActor(world).edit(world.work, 'cafe', located);
    await world.sync(world.work);
    expect(there(world).replaceAll(/\r\n[ \t]/g, '')).toContain('SUMMARY:Café dreams où naïveté');
    expect(there(world)).toContain('LOCATION:Here');
    expect(await world.mirror(world.work)).toEqual(world.remote('work'));
  });

  test('a text that holds wrong bytes even so is flagged, and never written back', async () => {
    await using world = await opened(CAFE, { kind: 'charset', declared: 'utf-8', written: 'latin1' });
    expect((await sourceOf(world))?.flags).toEqual(['wrong-bytes']);
    world.sandbox.faults.clear();
    await localActor(world).edit(world.work, 'cafe', located);
    await world.sync(world.work);
    expect(there(world)).toBe(CAFE);
    expect(await parked(world)).toMatchObject([
      { state: 'PARKED', message: expect.stringContaining('damaged') },
    ]);
    // It may be deleted: that writes nothing.
    await localActor(world).remove(world.work, 'cafe');
    await world.sync(world.work);
    expect(world.sandbox.objects('ann', 'work').size).toBe(0);
  });

  test('what is sent ends its lines with CRLF, also where a report had taken them, and nothing echoes', async () => {
    await using world = await opened(CAFE, { kind: 'bare-lf' });
    expect((await sourceOf(world))?.source).not.toContain('\r');
    await localActor(world).edit(world.work, 'cafe', (text) =>
      text.replace(/^END:VEVENT/m, 'LOCATION:Here\nEND:VEVENT'),
    );
    await world.sync(world.work);
    expect(there(world).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(there(world)).toContain('LOCATION:Here\r\n');
    const etag = world.remote('work');
    world.sandbox.clearRequests();
    await world.sync(world.work, true);
    await world.sync(world.work);
    expect(world.sandbox.requests.filter(({ method }) => method === 'PUT')).toHaveLength(0);
    expect(world.remote('work')).toEqual(etag);
  });
});

describe('S6 a copy that hides things is not written back', () => {
  test.each(['busy', 'bare'] as const)(
    'served as %s: neither an edit nor a deletion reaches the owner',
    async (form) => {
      await using world = await opened(SECRET, { kind: 'masked', form });
      expect((await sourceOf(world))?.source).not.toContain('Vault');
      await localActor(world).edit(world.work, 'secret', located);
      await world.sync(world.work);
      expect(there(world)).toBe(SECRET);
      expect(await parked(world)).toMatchObject([{ state: 'PARKED' }]);
      await localActor(world).remove(world.work, 'secret');
      await world.sync(world.work);
      expect(there(world)).toBe(SECRET);
    },
  );

  test('an event that becomes confidential while an edit waits keeps what its owner wrote', async () => {
    const open = appointment('secret', 12, 'Bob');
    await using world = await opened(open, { kind: 'masked', form: 'busy' });
    await localActor(world).edit(world.work, 'secret', located);
    world.sandbox.put('ann', 'work', 'a.ics', SECRET);
    await world.sync(world.work);
    await world.sync(world.work);
    expect(there(world)).toBe(SECRET);
    expect(await world.database.query('SELECT kind FROM conflict')).toHaveLength(1);
  });

  test('what is not confidential in somebody else’s calendar is written as ever', async () => {
    const open = appointment('open', 12, 'Bob');
    await using world = await opened(open, { kind: 'masked', form: 'busy' });
    await localActor(world).edit(world.work, 'open', located);
    await world.sync(world.work);
    expect(there(world)).toContain('LOCATION:Here');
  });
});

test('S3 where the server can MOVE, the old place costs nothing more', async () => {
  await using world = await opened(CAFE);
  const home = await world.calendar('home');
  await localActor(world).move(world.work, 'cafe', home);
  world.sandbox.clearRequests();
  await world.engine.runNow([world.work, home], { full: false });
  expect(world.sandbox.requests.filter(({ method }) => method === 'MOVE')).toHaveLength(1);
  expect(world.sandbox.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(0);
  expect(await world.database.query('SELECT 1 FROM outbox')).toHaveLength(0);
  expect(world.sandbox.requests.length).toBeLessThan(10);
  expect(world.sandbox.objects('ann', 'home').size).toBe(1);
  expect(await world.mirror(home)).toEqual(world.remote('home'));
  expect(await world.mirror(world.work)).toEqual(world.remote('work'));
});
