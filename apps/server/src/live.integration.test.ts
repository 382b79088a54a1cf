import { addCalendar } from '@atelier/database/testing/add-calendar';
import { transact } from '@atelier/database/transaction';
import { expect, test } from 'vitest';
import { openTestServer, postJson, type TestServer, watch } from './testing/server.ts';

async function announce({ context }: TestServer): Promise<void> {
  await transact(context.database, async (transaction) => {
    transaction.announce({ topic: 'events', calendarId: null });
  });
}

test('a browser that was away resumes after the last event it saw, also across a restart of the server', async () => {
  await using server = await openTestServer();
  await server.addUser('ann@studio.test', 'ADMIN');
  const cookie = await server.signIn('ann@studio.test');
  let last = '';
  {
    await using watcher = await watch(server, cookie);
    await watcher.until('hello');
    await announce(server);
    await watcher.until('events');
    last = watcher.heard.at(-1)!.id;
  }
  await announce(server);
  await server.restart();
  await announce(server);

  await using again = await watch(server, cookie, last);
  await again.until('events', 2);
  await announce(server);
  await again.until('events', 3);
  const ids = again.heard.filter(({ event }) => event.type === 'events').map(({ id }) => Number(id));
  expect(ids).toEqual([Number(last) + 1, Number(last) + 2, Number(last) + 3]);
});

test('order holds although transactions commit out of order', async () => {
  await using server = await openTestServer();
  await server.addUser('ann@studio.test', 'ADMIN');
  await using watcher = await watch(server, await server.signIn('ann@studio.test'));
  await watcher.until('hello');
  const { database } = server.context;
  const slowMayCommit = Promise.withResolvers<void>();
  const slowHasBegun = Promise.withResolvers<void>();
  const slow = transact(database, async (transaction) => {
    await transaction.query("INSERT INTO setting (key, value) VALUES ('slow', 'true')");
    transaction.announce({ topic: 'calendars', calendarId: null });
    slowHasBegun.resolve();
    await slowMayCommit.promise;
  });
  await slowHasBegun.promise;
  await announce(server); // began later, commits first
  await watcher.until('events');
  slowMayCommit.resolve();
  await slow;
  await watcher.until('calendars');
  const ids = watcher.heard.filter(({ event }) => event.type !== 'hello').map(({ id }) => Number(id));
  expect(ids).toEqual([...ids].sort((a, b) => a - b));
  expect(ids).toHaveLength(2);
});

test('a hundred transactions at once: every change arrives exactly once, in order', async () => {
  await using server = await openTestServer();
  await server.addUser('ann@studio.test', 'ADMIN');
  await using watcher = await watch(server, await server.signIn('ann@studio.test'));
  await watcher.until('hello');
  await Promise.all(Array.from({ length: 100 }, () => announce(server)));
  await watcher.until('events', 100);
  const ids = watcher.heard.filter(({ event }) => event.type === 'events').map(({ id }) => Number(id));
  expect(ids).toEqual(Array.from({ length: 100 }, (_, n) => (ids[0] ?? 0) + n));
});

test('a browser that slept longer than changes are kept is told to start over', async () => {
  await using server = await openTestServer();
  await server.addUser('ann@studio.test', 'ADMIN');
  await announce(server);
  await announce(server);
  await server.context.database.query('DELETE FROM change');
  await using watcher = await watch(server, await server.signIn('ann@studio.test'), '1');
  await watcher.until('reset');
  expect(watcher.heard.map(({ event }) => event.type)).toEqual(['hello', 'reset']);
});

test('signing out closes the sockets of that session and of no other', async () => {
  await using server = await openTestServer();
  await server.addUser('ann@studio.test', 'ADMIN');
  const [one, two] = [await server.signIn('ann@studio.test'), await server.signIn('ann@studio.test')];
  await using leaving = await watch(server, one);
  await using staying = await watch(server, two);
  await Promise.all([leaving.until('hello'), staying.until('hello')]);
  await postJson(`${server.origin}/api/auth/sign-out`, {}, { cookie: one, origin: server.origin });
  expect(await leaving.closed).toBe(4401);
  await announce(server);
  await staying.until('events');
  expect((await server.call('people.me', one)).status).toBe(401);
});

test('a socket without a session is refused by the procedure, so that the client learns why', async () => {
  await using server = await openTestServer();
  await using watcher = await watch(server, null);
  await watcher.until('error UNAUTHORIZED');
});

test('an artist hears of their own calendars and not of those of others', async () => {
  await using server = await openTestServer();
  const artist = await server.addUser('lea@studio.test', 'ARTIST');
  const other = await server.addUser('max@studio.test', 'ARTIST');
  const make = (ownerId: string) =>
    addCalendar(server.context.database, { ownerId, name: 'private', timeZone: 'UTC' });
  const [mine, theirs] = [await make(artist), await make(other)];
  await using watcher = await watch(server, await server.signIn('lea@studio.test'));
  await watcher.until('hello');
  await transact(server.context.database, async (transaction) => {
    transaction.announce({ topic: 'events', calendarId: theirs });
    transaction.announce({ topic: 'events', calendarId: mine });
  });
  await watcher.until('events');
  expect(JSON.stringify(watcher.heard)).toContain(mine);
  expect(JSON.stringify(watcher.heard)).not.toContain(theirs);
});
