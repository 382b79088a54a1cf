import { createHash, randomUUID } from 'node:crypto';
import { OPERATOR } from '@atelier/usecases/actor';
import { addArtist } from '@atelier/usecases/booking/settings/add-artist';
import { addCalendar } from '@atelier/usecases/calendars/add-calendar';
import { tidy } from '@atelier/usecases/jobs/tidy';
import { expect, test } from 'vitest';
import { openTestServer, type TestServer } from './testing/server.ts';

const PICTURE = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

async function openStudio() {
  const server = await openTestServer();
  const admin = await server.addUser('ann@studio.test', 'ADMIN');
  for (const name of ['lea', 'kim']) {
    const userId = await server.addUser(`${name}@studio.test`, 'ARTIST');
    const owner = { name, owner: `${name}@studio.test`, kind: 'personal' } as const;
    const calendar = await addCalendar(server.context, OPERATOR, owner);
    if (!calendar.ok) throw new Error(calendar.refusal.message);
    const artist = { name, slug: name, timeZone: 'Europe/Zurich', calendarId: calendar.value.id, userId };
    const added = await addArtist(server.context, OPERATOR, artist);
    if (!added.ok) throw new Error(added.refusal.message);
  }
  return Object.assign(server, { admin });
}

/** What a procedure gave, or how it refused. */
async function answerOf<Answer>(response: Response): Promise<Answer> {
  const { result, error } = (await response.json()) as {
    result?: { data: { json: Answer } };
    error?: { json: Answer };
  };
  const answer = result?.data.json ?? error?.json;
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

interface Riddle {
  readonly needed: boolean;
  readonly salt: string;
  readonly challenge: string;
  readonly maxnumber: number;
}

/** What a page does while somebody fills in the form. */
async function solve(server: TestServer): Promise<string> {
  const { needed, maxnumber, ...riddle } = await answerOf<Riddle>(
    await server.call('booking.challenge', null),
  );
  expect(needed).toBe(true);
  const hashed = (n: number) => createHash('sha256').update(`${riddle.salt}${n}`).digest('hex');
  let number = 0;
  while (hashed(number) !== riddle.challenge && number <= maxnumber) number += 1;
  return Buffer.from(JSON.stringify({ ...riddle, number })).toString('base64');
}

function upload(server: TestServer, bytes: Buffer, type = 'image/jpeg'): Promise<Response> {
  return fetch(`${server.origin}/api/v1/images`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(bytes),
  });
}

const idea = (more: object) => ({
  key: randomUUID(),
  artist: 'lea',
  idea: 'A swallow',
  client: { name: 'Nora', email: 'nora@example.org' },
  language: 'en',
  ...more,
});
const picture = (server: TestServer, id: string, cookie: string | null) =>
  fetch(`${server.origin}/api/v1/images/${id}`, { headers: cookie === null ? {} : { cookie } });
const token = async (server: TestServer) =>
  ((await (await upload(server, PICTURE)).json()) as { token: string }).token;

test('B10: an idea with pictures, which only those see who may see the idea', async () => {
  await using server = await openStudio();
  const images = [await token(server), await token(server)];
  const input = idea({ images, proof: await solve(server) });
  const sent = await answerOf<{ url: string; token: string }>(await server.call('inquiry.send', null, input));
  expect(new URL(sent.url).pathname).toBe(`/idea/${sent.token}`);
  const lea = await server.signIn('lea@studio.test');
  const seen = await answerOf<readonly { imageIds: string[] }[]>(await server.call('inquiries.list', lea));
  expect(seen).toMatchObject([{ images: 2, state: 'OPEN', client: { email: 'nora@example.org' } }]);
  const id = seen[0]?.imageIds[0] ?? '';
  const shown = await picture(server, id, lea);
  expect(shown.status).toBe(200);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/webp',
    'content-disposition': 'inline',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=86400',
  });
  const kim = await server.signIn('kim@studio.test');
  const absent = await picture(server, randomUUID(), kim);
  const foreign = await picture(server, id, kim);
  expect([foreign.status, await foreign.text()]).toEqual([404, await absent.text()]);
  expect((await picture(server, id, null)).status).toBe(401);
  expect((await picture(server, id, await server.signIn('ann@studio.test'))).status).toBe(200);
});

test('case 50: a form counts with a proof of work only, and each proof once', async () => {
  await using server = await openStudio();
  expect((await server.call('inquiry.send', null, idea({}))).status).toBe(400);
  const proof = await solve(server);
  expect((await server.call('inquiry.send', null, idea({ proof, website: 'http://x' }))).status).toBe(400);
  expect((await server.call('inquiry.send', null, idea({ proof }))).status).toBe(200);
  const replay = await answerOf<{ data: object }>(await server.call('inquiry.send', null, idea({ proof })));
  expect(replay.data).toMatchObject({ refusal: { message: expect.stringContaining('used before') } });
  expect(await server.context.database.query('SELECT 1 FROM inquiry')).toHaveLength(1);
});

test('a picture belongs to one form: an upload that is unknown or was used is refused, and nothing is sent', async () => {
  await using server = await openStudio();
  const image = await token(server);
  const send = async (images: string[]) =>
    server.call('inquiry.send', null, idea({ images, proof: await solve(server) }));
  expect((await send([image, 'unknown'])).status).toBe(400);
  expect((await send([image])).status).toBe(200);
  expect((await send([image])).status).toBe(400);
  expect(await server.context.database.query('SELECT 1 FROM inquiry')).toHaveLength(1);
  const six = await Promise.all(Array.from({ length: 6 }, () => token(server)));
  expect((await send(six)).status).toBe(400);
});

test('what is no picture is refused in words, and an upload that nobody sends is forgotten after a day', async () => {
  await using server = await openStudio();
  const html = Buffer.from('<html><script>alert(1)</script>');
  const refused = [
    [await upload(server, html), 422, 'invalid'],
    [await upload(server, PICTURE.subarray(0, 20)), 422, 'invalid'],
    [await upload(server, Buffer.alloc(0)), 422, 'invalid'],
    [await upload(server, html, 'text/html'), 415, 'unsupported_type'],
    [await upload(server, Buffer.alloc(10 * 1024 * 1024 + 1)), 413, 'too_large'],
  ] as const;
  for (const [answer, status, kind] of refused) {
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({
      error: { kind, message: expect.stringMatching(/\.$/) },
    });
  }
  const waiting = () => server.context.database.query('SELECT 1 FROM image');
  await token(server);
  const later = (hours: number) => ({
    ...server.context,
    clock: () => new Date(Date.now() + hours * 3_600_000),
  });
  await tidy(later(23));
  expect(await waiting()).toHaveLength(1);
  await tidy(later(25));
  expect(await waiting()).toHaveLength(0);
});

test('an artist’s picture is for everybody, and is set by the artist or an admin', async () => {
  await using server = await openStudio();
  const [lea, kim] = [await server.signIn('lea@studio.test'), await server.signIn('kim@studio.test')];
  const set = (cookie: string, method = 'PUT') =>
    fetch(`${server.origin}/api/v1/admin/artists/lea/picture`, {
      method,
      headers: { cookie, origin: server.origin, 'content-type': 'image/gif' },
      ...(method === 'PUT' && { body: new Uint8Array(PICTURE) }),
    });
  const open = (headers: Record<string, string> = {}) =>
    fetch(`${server.origin}/api/v1/artists/lea/picture`, { headers });
  expect((await open()).status).toBe(404);
  expect((await set(kim)).ok).toBe(false);
  expect((await set(lea)).status).toBe(200);
  const shown = await open();
  expect(shown.headers.get('cache-control')).toContain('public');
  const etag = shown.headers.get('etag') ?? '';
  expect((await open({ 'if-none-match': etag, 'cache-control': 'max-age=0' })).status).toBe(304);
  expect((await set(lea)).status).toBe(200);
  expect((await open({ 'if-none-match': etag, 'cache-control': 'max-age=0' })).status).toBe(200);
  expect((await set(await server.signIn('ann@studio.test'), 'DELETE')).status).toBe(204);
  expect((await open()).status).toBe(404);
});
