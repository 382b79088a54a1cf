import { onBody } from '@atelier/testkit/sandbox/faults/fault-match';
import { beforeEach, describe, expect, it } from 'vitest';
import { appointment, fill, openSyncWorld, type SyncWorld } from '../testing/sync-world.ts';

let world: SyncWorld;
let work: string;

beforeEach(async () => {
  world = await openSyncWorld();
  work = await world.calendar('work');
  fill(world, 'work', 6);
  await world.sync(work);
  return () => world[Symbol.asyncDispose]();
});

/** Changes that the server never tells of: its log has lost them, its token stands still, in the list as well. */
async function changeInSecret(): Promise<void> {
  const faults = world.sandbox.faults;
  faults.add({ effect: { kind: 'token-frozen' }, occurs: 'always' });
  await world.sync(work);
  world.sandbox.remove('ann', 'work', 'a0.ics');
  world.sandbox.put('ann', 'work', 'a1.ics', appointment('uid-1', 20, 'Changed'));
  world.sandbox.put('ann', 'work', 'a9.ics', appointment('uid-9', 21));
  expect((await world.sync(work))[0]?.pulled).toMatchObject({ added: 0, updated: 0, removed: 0 });
}

const count = async () => (await world.mirror(work)).size;

describe('the audit', () => {
  it('S12 case 6 8: finds what the server never told, puts it right and says how much', async () => {
    await changeInSecret();
    const [report] = await world.engine.audit([work], { dryRun: false });
    expect(report).toMatchObject({ repaired: 3, pulled: { added: 1, updated: 1, removed: 1 } });
    expect(await world.mirror(work)).toEqual(world.remote('work'));
    const logged = await world.database.query('SELECT repaired FROM sync_log WHERE repaired > 0');
    expect(logged).toEqual([{ repaired: 3 }]);
  });

  it('S12: a dry run says the same and changes nothing', async () => {
    await changeInSecret();
    const before = await world.mirror(work);
    const [report] = await world.engine.audit([work], { dryRun: true });
    expect(report).toMatchObject({ repaired: 0, pulled: { added: 1, updated: 1, removed: 1, unchanged: 4 } });
    expect(await world.mirror(work)).toEqual(before);
  });

  it('S12: runs by itself after a day, and finds nothing where nothing was hidden', async () => {
    await changeInSecret();
    world.at = new Date(world.at.getTime() + 25 * 3_600_000);
    await world.engine.runDue([], () => undefined);
    expect(await world.mirror(work)).toEqual(world.remote('work'));
    const [report] = await world.engine.audit([work], { dryRun: false });
    expect(report?.repaired).toBe(0);
  });

  it('S12: what changed openly since the last look is no repair', async () => {
    world.sandbox.put('ann', 'work', 'a7.ics', appointment('uid-7', 22));
    const [report] = await world.engine.audit([work], { dryRun: false });
    expect(report).toMatchObject({ repaired: 0, pulled: { added: 1 } });
  });

  it('S8 S12: a listing that is empty for a moment deletes nothing', async () => {
    world.sandbox.faults.add({
      match: onBody('propfind', 'sync-collection'),
      effect: { kind: 'emptied' },
      occurs: 'always',
    });
    await world.engine.audit([work], { dryRun: false });
    expect(await count()).toBe(6);
  });
});
