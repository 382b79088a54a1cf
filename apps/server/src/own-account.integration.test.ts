import { expect, test } from 'vitest';
import { openTestServer, watch } from './testing/server.ts';

interface Listed {
  readonly result: {
    readonly data: { readonly json: readonly { readonly id: string; readonly here: boolean }[] };
  };
}

const listOf = async (answer: Response) => ((await answer.json()) as Listed).result.data.json;

test('I8 a session that is ended elsewhere is over at once, with its live connection', async () => {
  await using server = await openTestServer();
  await server.addUser('lea@studio.test', 'ARTIST');
  const [phone, desk] = [await server.signIn('lea@studio.test'), await server.signIn('lea@studio.test')];
  const listed = await server.call('sessions.list', desk);
  expect(await listed.clone().text()).not.toContain('token');
  const sessions = await listOf(listed);
  expect(sessions.map(({ here }) => here)).toEqual([true, false]);
  await using live = await watch(server, phone);
  await live.until('hello');
  const other = sessions.find(({ here }) => !here)?.id;
  expect((await server.call('sessions.end', desk, { id: other })).status).toBe(200);
  await live.closed;
  expect((await server.call('people.me', phone)).status).toBe(401);
  expect((await server.call('people.me', desk)).status).toBe(200);
});

test('I8 nobody ends, or sees, a session of somebody else', async () => {
  await using server = await openTestServer();
  await server.addUser('lea@studio.test', 'ARTIST');
  await server.addUser('max@studio.test', 'ADMIN');
  const [lea, max] = [await server.signIn('lea@studio.test'), await server.signIn('max@studio.test')];
  const [session] = await listOf(await server.call('sessions.list', lea));
  expect((await listOf(await server.call('sessions.list', max))).map(({ id }) => id)).not.toContain(
    session?.id,
  );
  expect((await server.call('sessions.end', max, { id: session?.id })).status).toBe(404);
  expect((await server.call('people.me', lea)).status).toBe(200);
});

test('I8 all others are ended together, and this one stays', async () => {
  await using server = await openTestServer();
  await server.addUser('lea@studio.test', 'ARTIST');
  const cookies = [1, 2, 3].map(() => server.signIn('lea@studio.test'));
  const [here = '', ...others] = await Promise.all(cookies);
  await server.call('sessions.endOthers', here, null);
  expect((await server.call('people.me', here)).status).toBe(200);
  for (const cookie of others) expect((await server.call('people.me', cookie)).status).toBe(401);
});
