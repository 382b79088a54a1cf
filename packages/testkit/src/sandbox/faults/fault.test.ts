import { expect, test } from 'vitest';
import { seededRandom } from '../../seeded-random.ts';
import { openWorld, sampleEvent } from '../testing/world.ts';
import { both, onBody, onCalendar, onMethod, onObject } from './fault-match.ts';

const down = { kind: 'status', status: 503 } as const;

test('a fault strikes once unless it says more, and only where it matches', async () => {
  await using world = await openWorld();
  world.sandbox.faults.add({ effect: down, match: onBody('sync-collection') });
  world.sandbox.faults.add({ effect: down, match: both(onMethod('PUT'), onObject('n.ics')), occurs: 2 });
  const statuses = [];
  for (let n = 0; n < 3; n++) statuses.push((await world.sync('')).status);
  for (let n = 0; n < 3; n++) statuses.push((await world.put('n.ics', sampleEvent('n'))).status);
  statuses.push((await world.put('o.ics', sampleEvent('o'))).status);
  expect(statuses).toEqual([503, 207, 207, 503, 503, 201, 201]);
});

test('a fault can be taken back, and all of them cleared', async () => {
  await using world = await openWorld();
  const takeBack = world.sandbox.faults.add({ effect: down, occurs: 'always', match: onCalendar('work') });
  expect((await world.sync('')).status).toBe(503);
  takeBack();
  expect((await world.sync('')).status).toBe(207);
  world.sandbox.faults.add({ effect: down });
  world.sandbox.faults.clear();
  expect((await world.sync('')).status).toBe(207);
});

test('a fault by chance repeats itself under the same seed', async () => {
  const run = async () => {
    await using world = await openWorld({ random: seededRandom(7).next });
    world.sandbox.faults.add({ effect: down, occurs: { probability: 0.5 } });
    const statuses = [];
    for (let n = 0; n < 20; n++) statuses.push((await world.sync('')).status);
    return statuses;
  };
  const first = await run();
  expect(new Set(first)).toEqual(new Set([207, 503]));
  expect(await run()).toEqual(first);
});

test('the log names the faults that struck', async () => {
  await using world = await openWorld();
  world.sandbox.faults.add({ effect: down });
  await world.sync('');
  await world.sync('');
  expect(world.sandbox.requests.map(({ effects }) => effects)).toEqual([['status'], []]);
});
