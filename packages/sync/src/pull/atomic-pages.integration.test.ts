import { expect, test } from 'vitest';
import { appointment, fill, openSyncWorld, type SyncWorld } from '../testing/sync-world.ts';

/** A database that takes everything but this one object, as one that is full or breaks off would. */
async function refusing({ database }: SyncWorld, uid: string): Promise<() => Promise<unknown>> {
  await database.query(
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no room'; END $$`,
  );
  await database.query(
    `CREATE TRIGGER refuse BEFORE INSERT ON calendar_object FOR EACH ROW WHEN (NEW.uid = '${uid}') EXECUTE FUNCTION refuse()`,
  );
  return () => database.query('DROP TRIGGER refuse ON calendar_object');
}

test('S4 a page that could not be stored leaves the cursor behind it, and comes again', async () => {
  await using world = await openSyncWorld();
  const work = await world.calendar('work');
  fill(world, 'work', 5);
  await world.sync(work);
  world.sandbox.put('ann', 'work', 'new.ics', appointment('new'));
  const mend = await refusing(world, 'new');
  const [broken] = await world.sync(work);
  expect(broken?.error?.kind).toBe('internal');
  await mend();
  const [whole] = await world.sync(work);
  expect(whole?.pulled.added).toBe(1);
  expect(await world.mirror(work)).toEqual(world.remote('work'));
});

test('S8 what vanishes page by page is held as what vanishes at once', async () => {
  await using world = await openSyncWorld();
  const work = await world.calendar('work');
  fill(world, 'work', 600);
  await world.sync(work);
  for (let n = 0; n < 200; n += 1) world.sandbox.remove('ann', 'work', `a${n}.ics`);
  const [report] = await world.sync(work);
  expect(report?.held).toBeGreaterThan(0);
  expect((await world.mirror(work)).size).toBeGreaterThanOrEqual(480);
});
