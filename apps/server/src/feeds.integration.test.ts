import { addCalendar } from '@atelier/database/testing/add-calendar';
import { makeFeed } from '@atelier/usecases/sharing/feeds';
import { expect, test } from 'vitest';
import { expectOk } from './testing/bookable.ts';
import { askRaw } from './testing/doors.ts';
import { openTestServer, type TestServer } from './testing/server.ts';

const event = (title: string) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:${title}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:${new Date().toISOString().slice(0, 10).replaceAll('-', '')}T100000Z\r\nSUMMARY:${title}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

async function openIris(server: TestServer) {
  const userId = await server.addUser('iris@studio.test', 'ARTIST');
  const cookie = await server.signIn('iris@studio.test');
  const { database } = server.context;
  const calendarId = await addCalendar(database, {
    ownerId: userId,
    name: 'Flash',
    timeZone: 'UTC',
    state: 'OK',
  });
  const actor = { userId, name: 'Iris', email: 'iris@studio.test', role: 'ARTIST' } as const;
  const send = (body: string | Buffer, query = '', headers: Record<string, string> = {}) =>
    fetch(`${server.origin}/api/calendars/${calendarId}/import${query}`, {
      method: 'POST',
      headers: { cookie, origin: server.origin, 'content-type': 'text/calendar', ...headers },
      body: new Uint8Array(Buffer.from(body)),
    });
  const feed = async (busyOnly = false) => {
    const { url } = expectOk(await makeFeed(server.context, actor, { calendarId, name: '', busyOnly }));
    return `${server.origin}${new URL(url).pathname}`;
  };
  return { calendarId, send, feed };
}

test('a private address answers as calendar programs ask: whole, by ETag, by time, by HEAD, and with no cookie', async () => {
  await using server = await openTestServer();
  const { send, feed } = await openIris(server);
  expect((await send(event('Koi'))).status).toBe(200);
  const url = await feed();
  const first = await fetch(url, { headers: { origin: 'https://elsewhere.test' } });
  expect(first.status).toBe(200);
  expect(await first.text()).toContain('SUMMARY:Koi');
  expect(Object.fromEntries(first.headers)).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, no-cache',
    'x-robots-tag': 'noindex, nofollow',
    etag: expect.stringMatching(/^W\/"[\w-]+"$/),
  });
  expect(first.headers.get('set-cookie')).toBeNull();
  const etag = first.headers.get('etag') ?? '';
  const modified = first.headers.get('last-modified') ?? '';
  const ask = async (headers: Record<string, string>, method = 'GET') =>
    (await fetch(url, { method, headers })).status;
  expect(await ask({ 'if-none-match': etag })).toBe(304);
  expect(await ask({ 'if-none-match': `"other", ${etag.slice(2)}` })).toBe(304);
  expect(await ask({ 'if-modified-since': modified })).toBe(304);
  expect(await ask({ 'if-none-match': '"other"', 'if-modified-since': modified })).toBe(200);
  expect(await ask({}, 'HEAD')).toBe(200);
  expect((await fetch(url, { method: 'HEAD' })).headers.get('etag')).toBe(etag);
  expect((await send(event('Heron'))).status).toBe(200);
  expect(await ask({ 'if-none-match': etag })).toBe(200);
});

test('B10 an address that is none says the same whatever it is, and one that is asked without end is refused for a while', async () => {
  await using server = await openTestServer();
  const { feed } = await openIris(server);
  const wrong = await Promise.all(
    ['x', 'A'.repeat(32), '..%2f..%2fetc'].map(async (token) => {
      const answer = await fetch(`${server.origin}/feeds/${token}.ics`);
      return [answer.status, answer.headers.get('x-robots-tag')];
    }),
  );
  expect(wrong).toEqual(Array(3).fill([404, 'noindex, nofollow']));
  const url = await feed(true);
  const statuses: number[] = [];
  for (let n = 0; n < 182; n += 1) statuses.push((await fetch(url, { method: 'HEAD' })).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(180);
  expect(statuses.at(-1)).toBe(429);
});

test('B10 a file is taken from whoever may write there, up to 20 MB, and refused with a sentence where it is none', async () => {
  await using server = await openTestServer();
  const { calendarId, send } = await openIris(server);
  const dry = await send(event('Koi'), '?dryRun=true');
  expect(await dry.json()).toMatchObject({ added: 1, taken: [{ title: 'Koi', outcome: 'added' }] });
  expect(await server.context.database.query('SELECT 1 FROM calendar_object')).toEqual([]);
  expect((await send(event('Koi'), '', { cookie: '' })).status).toBe(401);
  expect((await send(event('Koi'), '', { origin: 'https://evil.test' })).status).toBe(403);
  await server.addUser('max@studio.test', 'ARTIST');
  expect((await send(event('Koi'), '', { cookie: await server.signIn('max@studio.test') })).status).toBe(404);
  for (const text of ['', '<html></html>', 'BEGIN:VCALENDAR\r\n', Buffer.alloc(500, 0xff)]) {
    const answer = await send(text, '', { 'accept-language': 'fr' });
    expect([answer.status, ((await answer.json()) as { error: { message: string } }).error.message]).toEqual([
      422,
      expect.stringMatching(/\w.*\.$/),
    ]);
  }
  const headers = { 'content-type': 'text/calendar', 'content-length': '20000001' };
  const path = `/api/calendars/${calendarId}/import`;
  expect((await askRaw(server.origin, { method: 'POST', path, headers, unended: true })).status).toBe(413);
  expect(await server.context.database.query('SELECT 1 FROM calendar_object')).toEqual([]);
});
