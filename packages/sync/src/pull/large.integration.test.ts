import { expect, test } from 'vitest';
import { appointment, fill, openSyncWorld } from '../testing/sync-world.ts';

const MANY = 20_000;

test('S1 case 1 2: 20,000 objects at rest cost one request without a body, one change two more', {
  timeout: 180_000,
}, async () => {
  await using world = await openSyncWorld();
  const work = await world.calendar('work');
  fill(world, 'work', MANY);
  expect(await world.sync(work)).toMatchObject([{ pulled: { added: MANY } }]);

  const { requests } = world.sandbox;
  const answered = () => requests.reduce((bytes, { answerBytes }) => bytes + answerBytes, 0);
  world.sandbox.clearRequests();
  expect(await world.sync(work)).toMatchObject([
    { pulled: { added: 0, updated: 0, removed: 0 }, requests: 1 },
  ]);
  // The list of the account's calendars, which tells that nothing has changed in any of them.
  expect(requests.map(({ method, body }) => [method, body])).toEqual([['PROPFIND', 'propfind']]);
  expect(answered()).toBeLessThan(5_000);

  world.sandbox.put('ann', 'work', 'a77.ics', appointment('uid-77', 3, 'changed'));
  world.sandbox.clearRequests();
  expect(await world.sync(work)).toMatchObject([{ pulled: { added: 0, updated: 1, removed: 0 } }]);
  expect(requests.map(({ body }) => body)).toEqual(['propfind', 'sync-collection', 'calendar-multiget']);
  expect(answered()).toBeLessThan(10_000);
  expect(await world.mirror(work)).toEqual(world.remote('work'));
});
