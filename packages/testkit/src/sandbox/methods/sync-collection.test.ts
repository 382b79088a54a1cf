import { expect, test } from 'vitest';
import { readMultistatus } from '../testing/read-multistatus.ts';
import { openWorld, sampleEvent } from '../testing/world.ts';
import { name } from '../wire/dav-name.ts';

test('an initial sync lists all members, and nothing is left to tell afterwards', async () => {
  await using world = await openWorld();
  const first = await world.changes('');
  expect(first.changed).toEqual(['a.ics', 'b.ics', 'c.ics']);
  expect(await world.changes(first.token)).toEqual({ ...first, changed: [], removed: [] });
});

test('changes since a token: each name once, removals as 404', async () => {
  await using world = await openWorld();
  const { token } = await world.changes('');
  world.sandbox.put('ann', 'work', 'a.ics', sampleEvent('a', 'first'));
  world.sandbox.put('ann', 'work', 'd.ics', sampleEvent('d'));
  world.sandbox.put('ann', 'work', 'a.ics', sampleEvent('a', 'second'));
  world.sandbox.remove('ann', 'work', 'b.ics');
  const next = await world.changes(token);
  expect(next.changed).toEqual(['d.ics', 'a.ics']);
  expect(next.removed).toEqual(['b.ics']);
});

test('calendar-data comes along when it is asked for, byte for byte', async () => {
  await using world = await openWorld();
  const ics = sampleEvent('x', 'a < b & "c" ]]> é 🌙');
  world.sandbox.put('ann', 'work', 'x.ics', ics);
  const answer = await world.sync('', { properties: '<getetag/><c:calendar-data/>' });
  const found = readMultistatus(answer.body).responses.find(({ href }) => href.endsWith('x.ics'));
  expect(found?.properties.get(name('cal', 'calendar-data'))?.element.text).toBe(ics);
});

test('the limit of a client is honoured with a 507, and the pages add up', async () => {
  await using world = await openWorld();
  const first = await world.changes('', { limit: 2 });
  expect(first).toMatchObject({ changed: ['a.ics', 'b.ics'], truncated: true });
  const second = await world.changes(first.token, { limit: 2 });
  expect(second).toMatchObject({ changed: ['c.ics'], truncated: false });
});

test('an object that changes between two pages comes on a later page', async () => {
  await using world = await openWorld();
  const first = await world.changes('', { limit: 2 });
  world.sandbox.put('ann', 'work', 'a.ics', sampleEvent('a', 'changed meanwhile'));
  world.sandbox.remove('ann', 'work', 'b.ics');
  const second = await world.changes(first.token, { limit: 10 });
  expect(second).toMatchObject({ changed: ['c.ics', 'a.ics'], removed: ['b.ics'] });
});

test.for(['nonsense', 'urn:sandbox:sync:another:3', 'http://sabre.io/ns/sync/1'])(
  'the foreign token %s is refused with valid-sync-token',
  async (token) => {
    await using world = await openWorld();
    const answer = await world.sync(token);
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('<d:valid-sync-token/>');
  },
);

test('a calendar that is replaced refuses the tokens of the old one', async () => {
  await using world = await openWorld();
  const { token } = await world.changes('');
  world.sandbox.addCalendar('ann', { uri: 'work' });
  expect((await world.sync(token)).status).toBe(403);
});

test('a report without a token element, or without a body, is a 400', async () => {
  await using world = await openWorld();
  const body = '<sync-collection xmlns="DAV:"><sync-level>1</sync-level><prop/></sync-collection>';
  expect((await world.request('REPORT', world.work, { body })).status).toBe(400);
  expect((await world.request('REPORT', world.work)).status).toBe(400);
});

test('stopping and starting keeps port, objects and tokens', async () => {
  await using world = await openWorld();
  const { token } = await world.changes('');
  const { port } = world.sandbox;
  await world.sandbox.stop();
  await expect(world.sync(token)).rejects.toThrow();
  await world.sandbox.start();
  expect(world.sandbox.port).toBe(port);
  expect((await world.changes(token)).changed).toEqual([]);
});

test('20,000 objects with their data are served in one report', async () => {
  await using world = await openWorld();
  for (let n = 0; n < 20_000; n++)
    world.sandbox.put('ann', 'work', `${n}.ics`, `BEGIN:VCALENDAR\r\nUID:${n}\r\n`);
  const { body } = await world.sync('', { properties: '<getetag/><c:calendar-data/>' });
  expect(body.match(/<d:response>/g)).toHaveLength(20_003);
  expect(body).toMatch(/<\/d:multistatus>$/);
});
