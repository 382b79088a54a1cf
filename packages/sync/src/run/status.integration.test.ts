import { onMethod } from '@atelier/testkit/sandbox/faults/fault-match';
import { expect, test } from 'vitest';
import { appointment, fill, openSyncWorld } from '../testing/sync-world.ts';

test.each([
  ['server-error', { kind: 'status', status: 502 }],
  ['forbidden', { kind: 'status', status: 403 }],
  ['throttled', { kind: 'status', status: 429 }],
  ['malformed', { kind: 'truncate' }],
] as const)(
  'S15 S9: where the account answers and the calendar does not (%s), "last synced" stays what it was',
  async (kind, effect) => {
    await using world = await openSyncWorld();
    const work = await world.calendar('work');
    fill(world, 'work', 3);
    await world.sync(work);
    const status = () => world.database.query('SELECT last_complete_at FROM source');
    const before = await status();
    world.sandbox.put('ann', 'work', 'new.ics', appointment('new'));
    const mend = world.sandbox.faults.add({ match: onMethod('REPORT'), effect, occurs: 'always' });
    world.at = new Date(world.at.getTime() + 60_000);
    const [failed] = await world.sync(work);
    expect(failed?.error?.kind).toBe(kind);
    expect(await status()).toEqual(before);
    mend();
    await world.sync(work);
    expect(await status()).toEqual([{ last_complete_at: world.at }]);
  },
);
