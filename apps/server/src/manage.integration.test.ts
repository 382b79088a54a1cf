import { submitBooking } from '@atelier/usecases/booking/request/submit-booking';
import superjson from 'superjson';
import { expect, test } from 'vitest';
import { addBookable, expectOk } from './testing/bookable.ts';
import { openTestServer, postJson } from './testing/server.ts';

async function openBooked() {
  const server = await openTestServer();
  await server.addUser('ann@studio.test', 'ADMIN');
  const artist = await addBookable(server, { slug: 'lea', owner: 'ann@studio.test' });
  const wish = {
    artist: 'lea',
    serviceId: artist.serviceId,
    start: artist.at('09:00'),
    client: { name: 'Nora', email: 'nora@example.org' },
  };
  const submitted = expectOk(await submitBooking(server.context, wish, null, 'page'));
  if (submitted.kind !== 'booked') throw new Error(submitted.reason);
  const { token } = submitted.booking;
  const input = (value: unknown) => encodeURIComponent(JSON.stringify(superjson.serialize(value)));
  const get = (path: string, value: unknown) => fetch(`${server.origin}/trpc/${path}?input=${input(value)}`);
  const post = (path: string, value: unknown) =>
    postJson(`${server.origin}/trpc/${path}`, superjson.serialize(value), { origin: server.origin });
  return Object.assign(server, { artist, token, get, post });
}

async function valueOf<Value>(answer: Response): Promise<Value> {
  const { result } = (await answer.json()) as { result: { data: never } };
  return superjson.deserialize<Value>(result.data);
}

test('B4 B10: a link is all that a client needs to see, move and cancel, over HTTP', async () => {
  await using server = await openBooked();
  const { token, artist } = server;
  const seen = await server.get('manage.see', { token });
  expect(await valueOf(seen)).toMatchObject({
    state: 'CONFIRMED',
    start: artist.at('09:00'),
    party: 'client',
  });
  const moved = await server.post('manage.reschedule', { token, start: artist.at('10:00') });
  expect(await valueOf(moved)).toMatchObject({ kind: 'moved', booking: { start: artist.at('10:00') } });
  const file = await valueOf<{ text: string }>(await server.get('manage.calendar', { token }));
  expect(file.text).toContain('SEQUENCE:1');
  expect(await valueOf(await server.post('manage.cancel', { token }))).toMatchObject({ state: 'CANCELLED' });
});

test('B10 case 52: no step is taken by a GET, and a wrong link is one plain 404', async () => {
  await using server = await openBooked();
  for (const step of ['cancel', 'reschedule', 'approve', 'decline']) {
    const answer = await server.get(`manage.${step}`, {
      token: server.token,
      start: server.artist.at('10:00'),
    });
    expect(answer.status).toBe(405);
  }
  expect(await valueOf(await server.get('manage.see', { token: server.token }))).toMatchObject({
    version: 1,
  });
  const bodies = [];
  for (const wrong of ['x', server.token.slice(1), `${server.token}.1`]) {
    const answer = await server.get('manage.see', { token: wrong });
    expect(answer.status).toBe(404);
    bodies.push(await answer.text());
  }
  expect(new Set(bodies).size).toBe(1);
});

test('the list of mails is for admins: they read mails with their links, nobody else reads any', async () => {
  await using server = await openBooked();
  await server.addUser('max@studio.test', 'ARTIST');
  expect((await server.call('mails.list?input={"json":{}}', null)).status).toBe(401);
  const artist = await server.signIn('max@studio.test');
  expect((await server.call('mails.list?input={"json":{}}', artist)).status).toBe(403);
  const admin = await server.signIn('ann@studio.test');
  const { mails } = await valueOf<{
    mails: readonly { id: string; to: string; text: string; calendar: boolean }[];
  }>(await server.call('mails.list?input={"json":{}}', admin));
  expect(mails.map(({ to }) => to).sort()).toEqual(['ann@studio.test', 'nora@example.org']);
  const mail = mails.find(({ to }) => to === 'nora@example.org');
  const [, token = ''] = /\/booking\/(\S+)/.exec(mail?.text ?? '') ?? [];
  expect((await server.get('manage.see', { token })).status).toBe(200);
  // It has not been given up, so there is nothing to try again.
  expect((await server.call('mails.retry', admin, { id: mail?.id })).status).toBe(404);
});
