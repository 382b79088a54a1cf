import { expect, it } from 'vitest';
import { appointment, openSyncWorld, type SyncWorld } from '../testing/sync-world.ts';
import { rereadCalendars } from './reread.ts';

async function reread({ services }: SyncWorld): Promise<void> {
  for (const id of await rereadCalendars.due(services))
    await rereadCalendars.work(services, id, { last: false });
}

const invited = appointment('invited').replace(
  'END:VEVENT',
  'ORGANIZER:mailto:max@example.org\r\nATTENDEE;PARTSTAT=DECLINED:mailto:lea@cloud.test\r\nEND:VEVENT',
);

it('T4 what the owner declined is free as soon as their address is known, and nothing else is touched', async () => {
  await using world = await openSyncWorld();
  const work = await world.calendar('work');
  world.sandbox.put('ann', 'work', 'invited.ics', invited);
  world.sandbox.put('ann', 'work', 'other.ics', appointment('other'));
  await world.sync(work);
  const rows = () =>
    world.database.query<{ uid: string; busy: boolean; revision: number }>(
      'SELECT x.uid, o.busy, x.revision FROM calendar_object x JOIN occurrence o ON o.object_id = x.id ORDER BY x.uid',
    );
  const before = await rows();
  expect(before.map(({ busy }) => busy)).toEqual([true, true]);
  await reread(world);
  expect(await rows()).toEqual(before);

  await world.database.query("UPDATE connection SET addresses = ARRAY['Lea@cloud.test']");
  await reread(world);
  const [first, second] = await rows();
  expect(first).toMatchObject({ uid: 'invited', busy: false });
  expect(second).toEqual(before[1]);
  await reread(world);
  expect(await rows()).toEqual([first, second]);
});

it('T4 what an older reading stored is read again', async () => {
  await using world = await openSyncWorld();
  const work = await world.calendar('work');
  const endless = appointment('endless').replace(/^DTEND.*$/m, 'DTEND:?');
  world.sandbox.put('ann', 'work', 'endless.ics', endless);
  await world.sync(work);
  await world.database.query("UPDATE calendar_object SET flags = '{}'");
  await world.database.query('UPDATE occurrence SET ends_at = starts_at');
  await reread(world);
  const [row] = await world.database.query<{ hours: number; flags: readonly string[] }>(
    `SELECT extract(epoch FROM o.ends_at - o.starts_at)::float / 3600 AS hours, x.flags
     FROM calendar_object x JOIN occurrence o ON o.object_id = x.id`,
  );
  expect(row).toEqual({ hours: 14, flags: ['invalid-end'] });
});
