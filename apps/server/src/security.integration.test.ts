import { once } from 'node:events';
import { addCalendar } from '@atelier/database/testing/add-calendar';
import { addConnection } from '@atelier/database/testing/add-connection';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openTestServer, PASSWORD, postJson } from './testing/server.ts';

const ADMIN_ONLY = [
  ['people.list', undefined],
  ['people.add', { email: 'x@y.test', name: 'X', role: 'ADMIN', password: PASSWORD }],
] as const;

const ACCOUNT = { connectionId: '00000000-0000-4000-8000-000000000000' };
/** Who may do what with accounts of their own and others is tried in own-connections. */
const PEOPLE_ONLY = [
  ['connections.list', undefined],
  ['connections.find', { typed: 'lea@example.org' }],
  ['connections.test', { kind: 'caldav', url: 'http://127.0.0.1', username: 'a', password: 'b' }],
  [
    'connections.connect',
    { kind: 'caldav', url: 'http://127.0.0.1', username: 'a', password: 'b', select: 'all' },
  ],
  ['connections.remove', ACCOUNT],
  ['connections.renewPassword', { ...ACCOUNT, password: 'x' }],
] as const;

test.each(ADMIN_ONLY)('%s: refused for artists and staff, and without signing in', async (path, input) => {
  await using server = await openTestServer();
  await server.addUser('artist@studio.test', 'ARTIST');
  await server.addUser('staff@studio.test', 'STAFF');
  for (const email of ['artist@studio.test', 'staff@studio.test']) {
    expect((await server.call(path, await server.signIn(email), input)).status).toBe(403);
  }
  expect((await server.call(path, null, input)).status).toBe(401);
});

test.each(PEOPLE_ONLY)('%s: refused without signing in', async (path, input) => {
  await using server = await openTestServer();
  expect((await server.call(path, null, input)).status).toBe(401);
});

test('a calendar of somebody else and one that does not exist answer alike', async () => {
  await using server = await openTestServer();
  await server.addUser('lea@studio.test', 'ARTIST');
  const other = await server.addUser('max@studio.test', 'ARTIST');
  const theirs = await addCalendar(server.context.database, { ownerId: other, name: 'p', timeZone: 'UTC' });
  const cookie = await server.signIn('lea@studio.test');
  const answers = await Promise.all(
    [theirs, '00000000-0000-4000-8000-000000000000'].map(async (id) => {
      const answer = await server.call('calendars.set', cookie, { id, name: 'mine now' });
      return [answer.status, await answer.text()];
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]?.[0]).toBe(404);
});

test('S14 no answer of the API holds a stored password, sealed or not', async () => {
  await using server = await openTestServer();
  const admin = await server.addUser('ann@studio.test', 'ADMIN');
  const sealed = server.context.secrets.seal('canary-password', 'id');
  await addConnection(server.context.database, {
    ownerId: admin,
    name: 'x',
    address: 'https://x.test',
    homes: [],
    username: 'u',
    secret: sealed,
  });
  const cookie = await server.signIn('ann@studio.test');
  for (const path of ['connections.list', 'calendars.list', 'people.list', 'people.me']) {
    const text = await (await server.call(path, cookie)).text();
    expect(text).not.toContain('canary');
    expect(text).not.toContain(sealed);
    expect(text).not.toContain('password');
  }
});

test('B10 sign-in is rate-limited by address, whatever a client says of it, and the limit counts in the database', async () => {
  await using server = await openTestServer();
  await server.addUser('ann@studio.test', 'ADMIN');
  const statuses: number[] = [];
  for (let n = 0; n < 12; n += 1) {
    const body = { email: `ann${n}@studio.test`, password: 'wrong password' };
    const headers = {
      origin: server.origin,
      'x-atelier-client-ip': `10.0.0.${n}`,
      'x-forwarded-for': `10.1.0.${n}`,
    };
    statuses.push((await postJson(`${server.origin}/api/auth/sign-in/email`, body, headers)).status);
  }
  expect(statuses.slice(0, 8)).toEqual(Array(8).fill(401));
  expect(statuses.slice(8)).toEqual(Array(4).fill(429));
  expect(
    await server.context.database.query("SELECT 1 FROM limit_count WHERE key LIKE 'signIn:%'"),
  ).toHaveLength(1);
});

test('nobody can make themselves an account or an admin', async () => {
  await using server = await openTestServer();
  await server.addUser('lea@studio.test', 'ARTIST');
  const { origin } = server;
  const signUp = { email: 'new@studio.test', password: PASSWORD, name: 'New', role: 'ADMIN' };
  expect((await postJson(`${origin}/api/auth/sign-up/email`, signUp, { origin })).ok).toBe(false);
  const cookie = await server.signIn('lea@studio.test');
  await postJson(`${origin}/api/auth/update-user`, { role: 'ADMIN', name: 'Léa' }, { origin, cookie });
  expect(await (await server.call('people.me', cookie)).json()).toMatchObject({
    result: { data: { json: { role: 'ARTIST' } } },
  });
});

test('a page on another site can neither call nor open a socket', async () => {
  await using server = await openTestServer();
  await server.addUser('ann@studio.test', 'ADMIN');
  const cookie = await server.signIn('ann@studio.test');
  const foreign = { cookie, origin: 'https://evil.test' };
  expect((await postJson(`${server.origin}/trpc/calendars.syncNow`, { json: {} }, foreign)).status).toBe(403);
  const origins = ['https://evil.test', 'null', undefined];
  for (const origin of origins) {
    const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/trpc`, {
      headers: { cookie, ...(origin && { origin }) },
    });
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toContain('403');
  }
});

test('pages come with a policy that runs no foreign script and takes no foreign style', async () => {
  await using server = await openTestServer();
  const policy = (await fetch(`${server.origin}/`)).headers.get('content-security-policy');
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("frame-ancestors 'none'");
});

test('health, readiness and metrics tell what they should and nothing private', async () => {
  await using server = await openTestServer();
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
  expect(await (await fetch(`${server.origin}/readyz`)).json()).toEqual({
    ok: false,
    database: true,
    worker: false,
    message: 'No worker is running, so nothing is kept in step and no mail goes out.',
  });
  expect((await fetch(`${server.origin}/metrics`)).status).toBe(404);
});

test('B10 metrics are for whoever has their token', async () => {
  await using server = await openTestServer({ METRICS_TOKEN: 'sixteen-characters' });
  const ask = (headers: Record<string, string>) => fetch(`${server.origin}/metrics`, { headers });
  for (const headers of [
    {},
    { authorization: 'Bearer wrong' },
    { authorization: 'Basic sixteen-characters' },
  ])
    expect((await ask(headers as Record<string, string>)).status).toBe(401);
  const answer = await ask({ authorization: 'Bearer sixteen-characters' });
  expect(await answer.text()).toContain('atelier_sync_lag_seconds');
});
