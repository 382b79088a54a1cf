import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { askRaw, mountedRoutes } from './testing/doors.ts';
import { openTestServer, PASSWORD, postJson } from './testing/server.ts';

const EVIL = 'https://evil.example';
const OFF = { ATELIER_RATE_LIMITS: 'off' };

/** One address in other letters: each must be the same door or none. */
const SPELLINGS: Readonly<Record<string, (path: string) => string>> = {
  'as it is': (path) => path,
  'in capitals': (path) => path.toUpperCase(),
  'with one capital': (path) => path.replace(/[a-z](?=[^a-z]*$)/, (letter) => letter.toUpperCase()),
  'with a capital at the start': (path) => path.replace(/^\/[a-z]/, (start) => start.toUpperCase()),
  'with a slash at the end': (path) => `${path}/`,
  'with two slashes at the start': (path) => `/${path}`,
  'with two slashes inside': (path) => path.replace(/(?<=.)\//, '//'),
  'with a letter escaped': (path) => path.replace(/[a-z]/, (letter) => escaped(letter)),
  'with its last letter escaped': (path) => path.replace(/[a-z](?=[^a-z]*$)/, (letter) => escaped(letter)),
  'with a slash escaped': (path) => path.replace(/(?<=.)\//, '%2f'),
  'with a dot inside': (path) => path.replace(/(?<=.)\//, '/./'),
  'by way of a folder above': (path) => `/x/..${path}`,
  'by way of an escaped folder above': (path) => `/book/%2e%2e${path}`,
  'by way of a public route': (path) => `/api/v1/artists/..${path.replace('/api/v1', '')}`,
  'with backslashes': (path) => path.replaceAll('/', '\\').replace('\\', '/'),
  'with a space at the end': (path) => `${path}%20`,
  'with a zero at the end': (path) => `${path}%00`,
  'with a semicolon': (path) => `${path};.css`,
  'with a whole address': (path) => `http://127.0.0.1${path}`,
};

const escaped = (letter: string) => `%${letter.charCodeAt(0).toString(16)}`;

test('I8 every route begins with its door', async () => {
  await using server = await openTestServer(OFF);
  const routes = mountedRoutes(server.app());
  expect(routes.length).toBeGreaterThan(60);
  expect(routes.filter(({ door }) => door === null)).toEqual([]);
  const open = routes.filter(({ door }) => door?.access === 'public').map(({ path }) => path);
  expect(open.filter((path) => /admin|sync|auth|trpc/.test(path))).toEqual([]);
});

test.each(Object.entries(SPELLINGS))(
  'I8 a page elsewhere opens nothing that is ours, its address spelt %s',
  async (_, spell) => {
    await using server = await openTestServer(OFF);
    await server.addUser('ann@studio.test', 'ADMIN');
    const headers = { origin: EVIL, cookie: await server.signIn('ann@studio.test') };
    for (const { method, path, door } of mountedRoutes(server.app())) {
      if (door?.access !== 'own') continue;
      const answer = await askRaw(server.origin, { method, path: spell(path), headers });
      const seen = `${method} ${spell(path)}: ${answer.status}`;
      expect([400, 403, 404], seen).toContain(answer.status);
      expect(answer.headers['access-control-allow-origin'], seen).toBeUndefined();
      expect(answer.text, seen).not.toMatch(/ at .*\.ts|node_modules|Error:/);
    }
  },
);

/** As the address of a route asks for it. */
const typeOf = (path: string) => (/images$|picture$/.test(path) ? 'image/png' : 'application/json');

test('B10 no route takes one octet more of a body than its door says, told beforehand', async () => {
  await using server = await openTestServer(OFF);
  for (const { method, path, door } of mountedRoutes(server.app())) {
    const length = String((door?.largestBody ?? 0) + 1);
    const headers = { 'content-type': typeOf(path), 'content-length': length };
    const { status } = await askRaw(server.origin, { method, path, headers, unended: true });
    expect(`${method} ${path}: ${status}`).toBe(`${method} ${path}: 413`);
  }
});

test('B10 nor when it comes in pieces: none waits for the end of it', async () => {
  await using server = await openTestServer(OFF);
  let read = 0;
  for (const { method, path, door } of mountedRoutes(server.app())) {
    const body = Buffer.alloc((door?.largestBody ?? 0) + 1, 'x');
    const headers = { 'content-type': typeOf(path), 'transfer-encoding': 'chunked' };
    const { status } = await askRaw(server.origin, { method, path, headers, body, unended: true });
    if (status === 413) read += 1;
    // Whoever answers without having read it has kept nothing either.
    else if (method !== 'GET' && method !== 'OPTIONS')
      expect([401, 404, 405], `${method} ${path}: ${status}`).toContain(status === 200 ? 401 : status);
  }
  expect(read).toBeGreaterThan(15);
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
});

test('B10 where nothing is, no megabytes are taken either', async () => {
  await using server = await openTestServer(OFF);
  const ask = (headers: Record<string, string>) =>
    askRaw(server.origin, { method: 'POST', path: '/nowhere', headers, unended: true });
  expect((await ask({ 'content-length': String(20_000_001) })).status).toBe(413);
  expect((await ask({ 'transfer-encoding': 'chunked' })).status).toBe(404);
});

test('B10 a body that swells when it is unpacked counts as what it swells to', async () => {
  await using server = await openTestServer(OFF);
  const packed = gzipSync(Buffer.alloc(40_000_000, ' '));
  const send = async (path: string, type: string) => {
    const headers = {
      'content-type': type,
      'content-encoding': 'gzip',
      'content-length': String(packed.length),
    };
    return (await askRaw(server.origin, { method: 'POST', path, headers, body: packed })).status;
  };
  expect(await send('/api/auth/sign-in/email', 'application/json')).toBe(413);
  expect(await send('/api/v1/bookings', 'application/json')).toBe(413);
  expect(await send('/api/v1/images', 'image/png')).toBe(413);
  expect(await send('/trpc/booking.submit', 'application/json')).toBe(400);
});

const OF_THE_LIBRARY = [
  ['POST', 'update-user'],
  ['POST', 'change-password'],
  ['POST', 'change-email'],
  ['POST', 'verify-password'],
  ['POST', 'sign-up/email'],
  ['POST', 'delete-user'],
  ['POST', 'request-password-reset'],
  ['POST', 'reset-password'],
  ['POST', 'revoke-session'],
  ['GET', 'list-sessions'],
  ['GET', 'list-accounts'],
  ['GET', 'error'],
  ['GET', 'ok'],
  ['POST', 'sign-in/social'],
] as const;

test.each(OF_THE_LIBRARY)('I8 %s /api/auth/%s of the sign-in library is not there', async (method, path) => {
  await using server = await openTestServer(OFF);
  await server.addUser('lea@studio.test', 'ARTIST');
  const headers = { cookie: await server.signIn('lea@studio.test'), origin: server.origin };
  const answer = await fetch(`${server.origin}/api/auth/${path}`, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    ...(method === 'POST' && { body: JSON.stringify({ name: 'x', password: PASSWORD }) }),
  });
  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toContain('<');
});

test('B10 what tRPC answers is kept in no cache', async () => {
  await using server = await openTestServer();
  await server.addUser('ann@studio.test', 'ADMIN');
  const cookie = await server.signIn('ann@studio.test');
  for (const path of ['people.list', 'people.me', 'nothing.here'])
    expect((await server.call(path, cookie)).headers.get('cache-control')).toBe('no-store');
});

test('I8 under a public address only that address is ours: scheme, name and port', async () => {
  await using server = await openTestServer({ ...OFF, ATELIER_URL: 'https://studio.example' });
  const ask = async (host: string, origin?: string, path = '/trpc/calendars.syncNow') => {
    const headers = { host, ...(origin && { origin }), 'content-type': 'application/json' };
    return (await askRaw(server.origin, { method: 'POST', path, headers, body: Buffer.from('{}') })).status;
  };
  expect(await ask('studio.example', 'https://studio.example')).toBe(401);
  expect(await ask('proxied', 'https://studio.example')).toBe(401);
  for (const origin of [
    'http://studio.example',
    'https://studio.example:8443',
    'https://a.studio.example',
    'null',
  ])
    expect(await ask('studio.example', origin)).toBe(403);
  expect(await ask('rebound.example', 'http://rebound.example')).toBe(421);
  expect(await ask('127.0.0.1:4600', 'http://127.0.0.1:4600')).toBe(401);
  expect(
    (await askRaw(server.origin, { path: '/healthz', headers: { host: 'rebound.example' } })).status,
  ).toBe(200);
});

test('I8 without a public address the scheme counts too', async () => {
  await using server = await openTestServer(OFF);
  const { host } = new URL(server.origin);
  const ask = async (origin: string) =>
    (await postJson(`${server.origin}/trpc/calendars.syncNow`, { json: {} }, { origin })).status;
  expect(await ask(`http://${host}`)).toBe(401);
  expect(await ask(`https://${host}`)).toBe(403);
});

test('B10 what is no JSON, no address and no method is told so, and no more', async () => {
  await using server = await openTestServer(OFF);
  const send = (method: string, path: string, body?: string) =>
    askRaw(server.origin, {
      method,
      path,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: Buffer.from(body) }),
    });
  const answers = [
    await send('POST', '/api/auth/sign-in/email', '{"email":'),
    await send('POST', '/api/auth/sign-in/email', '[]'),
    await send('POST', '/api/auth/sign-in/email', 'null'),
    await send('POST', '/trpc/booking.submit', '{'),
    await send('GET', '/trpc/booking.slots?input=%7B'),
    await send('GET', '/trpc/%E0%A4%A'),
    await send('GET', '/api/v1/images/%E0%A4%A'),
    await send('GET', '/%'),
    await send('BREW', '/'),
    await send('POST', '/'),
  ];
  for (const { status, text } of answers) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/\bat \/|node_modules|\.ts:|\/work/);
  }
});
