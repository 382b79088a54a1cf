import { once } from 'node:events';
import { type AddressInfo, connect as connectTo, createServer, type Socket } from 'node:net';
import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import superjson from 'superjson';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openTestServer, PASSWORD, postJson, type TestServer, watch } from './testing/server.ts';

const batchOf = (calls: number) =>
  `/trpc/${Array(calls).fill('booking.studio').join(',')}?batch=1&input=%7B%7D`;

async function pointsOf({ context }: TestServer, what: string): Promise<number[]> {
  const rows = await context.database.query<{ points: number }>(
    `SELECT points FROM limit_count WHERE key LIKE '${what}:%'`,
  );
  return rows.map(({ points }) => points);
}

test('B10 a request holds twenty calls at most, and is counted once, as so many', async () => {
  await using server = await openTestServer();
  expect((await fetch(`${server.origin}${batchOf(21)}`)).status).toBe(400);
  expect((await fetch(`${server.origin}${batchOf(1_000)}`)).status).toBe(400);
  expect(await pointsOf(server, 'read')).toEqual([]);
  expect((await fetch(`${server.origin}${batchOf(20)}`)).status).toBe(200);
  expect(await pointsOf(server, 'read')).toEqual([20]);
  expect((await fetch(`${server.origin}${batchOf(1)}`)).status).toBe(200);
  expect(await pointsOf(server, 'read')).toEqual([21]);
});

test('B10 what is over its limit is refused without the database', async () => {
  await using server = await openTestServer();
  for (let n = 0; n < 16; n += 1) await fetch(`${server.origin}${batchOf(20)}`);
  const counted = await pointsOf(server, 'read');
  await server.context.database.query('ALTER TABLE limit_count RENAME TO limit_gone');
  for (let n = 0; n < 20; n += 1) {
    const answer = await fetch(`${server.origin}${batchOf(20)}`);
    expect(await answer.text()).toContain('TOO_MANY_REQUESTS');
  }
  await server.context.database.query('ALTER TABLE limit_gone RENAME TO limit_count');
  expect(await pointsOf(server, 'read')).toEqual(counted);
});

test('B10 people who are signed in have a limit too, of their own', async () => {
  await using server = await openTestServer();
  await server.addUser('lea@studio.test', 'ARTIST');
  await server.addUser('max@studio.test', 'ARTIST');
  const [lea, max] = [await server.signIn('lea@studio.test'), await server.signIn('max@studio.test')];
  const many = `/trpc/${Array(20).fill('people.me').join(',')}?batch=1&input=%7B%7D`;
  const ask = (cookie: string) => fetch(`${server.origin}${many}`, { headers: { cookie } });
  const statuses: number[] = [];
  for (let n = 0; n < 152; n += 1) statuses.push((await ask(lea)).status);
  expect(statuses.slice(0, 150)).toEqual(Array(150).fill(200));
  expect(statuses.slice(150)).toEqual([429, 429]);
  expect((await ask(max)).status).toBe(200);
});

async function openSocket({ origin }: TestServer, cookie: string | null): Promise<WebSocket> {
  const headers = { origin, ...(cookie !== null && { cookie }) };
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/trpc`, { headers });
  await once(socket, 'open');
  return socket;
}

const calls = (count: number) =>
  JSON.stringify(
    Array.from({ length: count }, (_, id) => ({
      id,
      method: 'query',
      params: { path: 'booking.studio', input: { json: null } },
    })),
  );

test.each([null, 'ann@studio.test'])(
  'B10 a message of a socket holds twenty calls at most (%s)',
  async (email) => {
    await using server = await openTestServer();
    await server.addUser('ann@studio.test', 'ADMIN');
    const cookie = email === null ? null : await server.signIn(email);
    const socket = await openSocket(server, cookie);
    const answers: string[] = [];
    socket.on('message', (message) => answers.push(String(message)));
    socket.send(calls(20));
    while (answers.length < 20) await once(socket, 'message');
    socket.send(` ${calls(21)}`);
    const [code] = await once(socket, 'close');
    expect([code, answers.length]).toEqual([1008, 20]);
  },
);

test('B10 one person keeps so many sockets open, and so many streams; others are not concerned', async () => {
  await using server = await openTestServer();
  await server.addUser('lea@studio.test', 'ARTIST');
  await server.addUser('max@studio.test', 'ARTIST');
  const cookie = await server.signIn('lea@studio.test');
  const opened = await Promise.all(Array.from({ length: 79 }, () => openSocket(server, cookie)));
  await using late = await watch(server, cookie);
  await late.until('error TOO_MANY_REQUESTS');
  const refused = new WebSocket(`${server.origin.replace('http', 'ws')}/trpc`, {
    headers: { origin: server.origin, cookie },
  });
  const [error] = (await once(refused, 'error')) as [Error];
  expect(error.message).toContain('429');
  await using other = await watch(server, await server.signIn('max@studio.test'));
  await other.until('hello');
  for (const socket of opened) socket.terminate();
});

test('B10 one socket carries eight streams', async () => {
  await using server = await openTestServer();
  await server.addUser('lea@studio.test', 'ARTIST');
  const socket = await openSocket(server, await server.signIn('lea@studio.test'));
  const said: string[] = [];
  socket.on('message', (message) => said.push(String(message)));
  for (let id = 1; id <= 9; id += 1)
    socket.send(
      JSON.stringify({
        id,
        method: 'subscription',
        params: { path: 'changes.watch', input: { json: null } },
      }),
    );
  while (!said.some((text) => text.includes('TOO_MANY_REQUESTS'))) await once(socket, 'message');
  expect(said.filter((text) => text.includes('TOO_MANY_REQUESTS'))).toHaveLength(1);
  socket.close();
  await once(socket, 'close');
});

test('B10 passwords are counted by account: from ever other addresses the wait still grows', async () => {
  await using server = await openTestServer({ ATELIER_TRUST_PROXY: '1' });
  await server.addUser('ann@studio.test', 'ADMIN');
  let address = 0;
  const enter = (email: string, password: string, cookie?: string) => {
    address += 1;
    const headers = {
      origin: server.origin,
      'x-forwarded-for': `203.0.113.${address}`,
      ...(cookie && { cookie }),
    };
    return postJson(`${server.origin}/api/auth/sign-in/email`, { email, password }, headers);
  };
  const first = await enter('ann@studio.test', PASSWORD);
  const device = first.headers.getSetCookie().find((cookie) => cookie.startsWith('atelier_device=')) ?? '';
  expect(device).toMatch(/HttpOnly; SameSite=Strict/);
  for (const email of ['ann@studio.test', 'nobody@studio.test']) {
    const statuses: number[] = [];
    for (let n = 0; n < 8; n += 1) statuses.push((await enter(email, 'a wrong password')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
  }
  const late = await enter('ANN@studio.test', PASSWORD);
  expect([late.status, Number(late.headers.get('retry-after')) > 0]).toEqual([429, true]);
  // Whoever guesses elsewhere does not lock out a browser that was here before; nor does a mark of somebody else help.
  const known = device.split(';')[0] ?? '';
  expect((await enter('nobody@studio.test', PASSWORD, known)).status).toBe(429);
  expect((await enter('ann@studio.test', PASSWORD, known)).status).toBe(200);
});

test('B10 of a hundred passwords at the same moment five are tried', async () => {
  await using server = await openTestServer({ ATELIER_TRUST_PROXY: '1' });
  await server.addUser('ann@studio.test', 'ADMIN');
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      postJson(
        `${server.origin}/api/auth/sign-in/email`,
        { email: 'ann@studio.test', password: `guess number ${n}` },
        { origin: server.origin, 'x-forwarded-for': `203.0.113.${n}` },
      ),
    ),
  );
  const byStatus = Map.groupBy(answers, ({ status }) => status);
  expect([byStatus.get(401)?.length, byStatus.get(429)?.length]).toEqual([5, 95]);
});

/** A way to the database that can be cut. */
async function openWay(url: string) {
  const target = new URL(url);
  const ways = new Set<Socket>();
  let cut = false;
  const relay = createServer((socket) => {
    if (cut) return socket.destroy();
    const onward = connectTo(Number(target.port), target.hostname);
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      ways.add(one);
      one.on('error', () => other.destroy());
      one.pipe(other);
    }
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const way = new URL(url);
  way.host = `127.0.0.1:${(relay.address() as AddressInfo).port}`;
  return {
    url: way.href,
    cut() {
      cut = true;
      for (const socket of ways) socket.destroy();
    },
    mend() {
      cut = false;
    },
    [Symbol.asyncDispose]: async () => {
      relay.close();
      for (const socket of ways) socket.destroy();
    },
  };
}

test('S11 with the database away every door says to try again, and nobody is signed out', async () => {
  await using database = await createTestDatabase();
  await using way = await openWay(database.url);
  await using server = await openTestServer({ DATABASE_URL: way.url });
  await server.addUser('ann@studio.test', 'ADMIN');
  const cookie = await server.signIn('ann@studio.test');
  const headers = { cookie };
  way.cut();
  for (const path of ['people.me', 'calendars.list', 'booking.studio']) {
    const answer = await server.call(path, path === 'booking.studio' ? null : cookie);
    const text = await answer.text();
    expect([path, answer.status]).toEqual([path, 503]);
    expect(text).toContain('SERVICE_UNAVAILABLE');
    expect(text).not.toMatch(/ECONN|postgres|UNAUTHORIZED/i);
  }
  for (const path of ['/api/v1/artists', '/api/v1/admin/calendars', '/api/auth/get-session', '/readyz'])
    expect([path, (await fetch(`${server.origin}${path}`, { headers })).status]).toEqual([path, 503]);
  const entering = { email: 'ann@studio.test', password: PASSWORD };
  const { origin } = server;
  expect((await postJson(`${origin}/api/auth/sign-in/email`, entering, { origin })).status).toBe(503);
  way.mend();
  expect((await server.call('people.me', cookie)).status).toBe(200);
});

test.each([
  '+275760-09-13T00:00:00Z',
  '-271821-04-20T00:00:00Z',
  '1899-12-31T23:59:59Z',
  '2200-01-01T00:00:01Z',
])('B10 an instant that no calendar has (%s) is refused, and nothing fails over it', async (far) => {
  await using server = await openTestServer();
  const start = new Date(far);
  const service = { artist: 'lea', serviceId: '00000000-0000-4000-8000-000000000000' };
  const input = encodeURIComponent(superjson.stringify({ ...service, start }));
  expect((await fetch(`${server.origin}/trpc/booking.check?input=${input}`)).status).toBe(400);
  const body = superjson.serialize({ ...service, start });
  expect((await postJson(`${server.origin}/trpc/booking.hold`, body, { origin: server.origin })).status).toBe(
    400,
  );
  const query = new URLSearchParams({ artist: 'lea', service: service.serviceId, start: far });
  expect((await fetch(`${server.origin}/api/v1/availability?${query}`)).status).toBe(422);
});
