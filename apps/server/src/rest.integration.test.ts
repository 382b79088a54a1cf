import { randomUUID } from 'node:crypto';
import { OPERATOR } from '@atelier/usecases/actor';
import { setArtist } from '@atelier/usecases/booking/settings/set-artist';
import { revokeApiKey, seeApiKeys } from '@atelier/usecases/people/api-keys';
import { expect, test } from 'vitest';
import { expectOk } from './testing/bookable.ts';
import { openRest, type Rest } from './testing/rest.ts';

test('every route of the document answers as the document says', async () => {
  await using rest = await openRest({ ATELIER_RATE_LIMITS: 'off' });
  const { call, lea, admin, book, wish } = rest;
  expect(rest.contract.document.openapi).toBe('3.1.0');
  const artists = await call('get', '/api/v1/artists');
  expect(artists.value).toMatchObject([{ slug: 'lea', services: [{ id: lea.serviceId, minutes: 60 }] }]);
  const asked = { artist: 'lea', service: lea.serviceId };
  const free = await call('get', '/api/v1/slots', {
    query: { ...asked, from: lea.date, to: lea.date, zone: 'Europe/Zurich' },
  });
  expect(free.value).toMatchObject({ zone: 'Europe/Zurich', verified: true, days: [{ date: lea.date }] });
  expect(free.value.days[0].slots).toHaveLength(3);
  const start = lea.at('10:00').toISOString();
  const live = await call('get', '/api/v1/availability', { query: { ...asked, start } });
  expect(live.value).toMatchObject({ available: true, verified: true });
  const between = await call('get', '/api/v1/availability', {
    query: { ...asked, start: lea.at('10:07').toISOString() },
  });
  expect(between.value).toMatchObject({ available: false, reason: 'OFFGRID' });
  expect((await call('get', '/api/v1/challenge')).value).toEqual({ needed: false });

  const booked = await book(wish('10:00', { note: 'a rose' }));
  expect(booked).toMatchObject({ status: 201, value: { state: 'CONFIRMED', start, artist: 'lea' } });
  const { token, manageUrl, id } = booked.value;
  expect(manageUrl).toMatch(new RegExp(`/booking/${token}$`));
  const taken = await call('get', '/api/v1/availability', { query: { ...asked, start } });
  expect(taken.value).toMatchObject({ available: false, reason: 'BUSY' });
  const seen = await call('get', '/api/v1/bookings/{token}', { ids: { token } });
  expect(seen.value).toMatchObject({ party: 'client', note: 'a rose', state: 'CONFIRMED' });
  const ics = await call('get', '/api/v1/bookings/{token}/calendar.ics', { ids: { token } });
  expect(ics.value).toMatch(/^BEGIN:VCALENDAR\r\n/);
  const file = await fetch(`${rest.origin}/api/v1/bookings/${token}/calendar.ics`);
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="booking.ics"');
  const moved = await call('post', '/api/v1/bookings/{token}/reschedule', {
    ids: { token },
    body: { start: lea.at('11:00').toISOString() },
  });
  expect(moved.value.start).toBe(lea.at('11:00').toISOString());
  const accepted = await call('post', '/api/v1/bookings/{token}/accept', {
    ids: { token },
    body: { start: lea.at('11:00').toISOString() },
  });
  expect(accepted.value).toMatchObject({ state: 'CONFIRMED', turn: 'ARTIST' });
  const cancelled = await call('post', '/api/v1/bookings/{token}/cancel', { ids: { token } });
  expect(cancelled.value.state).toBe('CANCELLED');

  await bookingsOfTheStudio(rest, id);
  await calendarsOfTheStudio(rest);
  const logs = await call('get', '/api/v1/admin/sync-logs', { headers: admin, query: { state: 'ok' } });
  expect(logs.value).toEqual({ logs: [], next: null });
  const synced = await call('post', '/api/v1/sync', { headers: admin, body: { artist: 'lea' } });
  expect(synced.value).toEqual([]);
  expect([...rest.contract.untouched]).toEqual([]);
});

/** B4 case 52: GET shows, POST acts. */
async function bookingsOfTheStudio({ context, call, book, wish, admin }: Rest, cancelledId: string) {
  expectOk(await setArtist(context, OPERATOR, 'lea', { autoConfirm: false }));
  for (const [name, state] of [
    ['approve', 'CONFIRMED'],
    ['decline', 'DECLINED'],
    ['cancel', 'DECLINED'],
  ]) {
    const path = `/api/v1/admin/bookings/{id}/${name}`;
    const { id } = (await book(wish('09:00'))).value;
    const look = await call('get', path, { ids: { id }, headers: admin });
    expect(look.value).toMatchObject({ id, state: 'REQUESTED' });
    const done = await call('post', path, { ids: { id }, headers: admin, body: { message: 'See you' } });
    expect(done.value).toMatchObject({ id, state });
    if (state === 'CONFIRMED')
      await call('post', '/api/v1/admin/bookings/{id}/cancel', { ids: { id }, headers: admin });
  }
  const again = { ids: { id: cancelledId }, headers: admin };
  expect(await call('post', '/api/v1/admin/bookings/{id}/approve', again)).toMatchObject({
    status: 409,
    value: { error: { kind: 'conflict' } },
  });
}

async function calendarsOfTheStudio({ call, admin, lea }: Rest) {
  const own = { kind: 'own', name: 'Shop', owner: 'ann@studio.test' };
  const made = await call('post', '/api/v1/admin/calendars', { headers: admin, body: own });
  expect(made).toMatchObject({ status: 201, value: { connectionId: null, calendars: [{ name: 'Shop' }] } });
  const unreachable = { kind: 'caldav', url: 'http://127.0.0.1:1', username: 'a', password: 'b' };
  expect(await call('post', '/api/v1/admin/calendars', { headers: admin, body: unreachable })).toMatchObject({
    status: 502,
    value: { error: { kind: 'provider' } },
  });
  const all = await call('get', '/api/v1/admin/calendars', { headers: admin });
  expect(all.value.calendars).toHaveLength(2);
  const ids = { id: lea.calendarId };
  const path = '/api/v1/admin/calendars/{id}';
  expect((await call('get', path, { ids, headers: admin })).value).toMatchObject({ name: 'lea' });
  const named = await call('put', path, { ids, headers: admin, body: { name: 'Léa' } });
  expect(named.value.name).toBe('Léa');
  expect((await call('delete', path, { ids, headers: admin })).status).toBe(409);
  const shop = { id: made.value.calendars[0].id };
  const removed = await call('delete', path, { ids: shop, headers: admin });
  expect(removed).toMatchObject({ status: 200, value: { ...shop, outcome: 'removed' } });
}

test('B1 B5: a time that is gone names three others; a key stands for one request', async () => {
  await using rest = await openRest();
  const { book, wish, lea } = rest;
  const first = await book(wish('10:00'), 'one');
  expect(await book(wish('10:00'), 'one')).toMatchObject({ status: 201, value: first.value });
  expect(await book(wish('10:00', { note: 'else' }), 'one')).toMatchObject({
    status: 422,
    value: { error: { kind: 'idempotency_mismatch' } },
  });
  const late = await book(wish('10:00', { client: { name: 'Max', email: 'max@example.org' } }));
  const nearest = ['09:00', '11:00'].map((time) => ({ start: lea.at(time).toISOString(), artist: 'lea' }));
  expect(late).toMatchObject({
    status: 409,
    value: { error: { kind: 'slot_taken', details: { reason: 'BUSY', nearest } } },
  });
});

test('B1 case 44: of a hundred who want one time at the same moment, one has it and all others hear what is free', async () => {
  await using rest = await openRest({ ATELIER_RATE_LIMITS: 'off' });
  const wishes = Array.from({ length: 100 }, (_, n) =>
    rest.wish('10:00', { client: { name: `N${n}`, email: `n${n}@example.org` } }),
  );
  const answers = await Promise.all(wishes.map((wish) => rest.book(wish)));
  const byStatus = Map.groupBy(answers, ({ status }) => status);
  expect([byStatus.get(201)?.length, byStatus.get(409)?.length]).toEqual([1, 99]);
  expect(byStatus.get(409)?.every(({ value }) => value.error.details.nearest.length === 2)).toBe(true);
});

test.each([
  ['a price', { price: '1' }, 'price'],
  ['an end', { end: '2030-01-01T10:00:00Z' }, 'end'],
  ['a duration', { minutes: 5 }, 'minutes'],
  ['a state', { state: 'CONFIRMED' }, 'state'],
  ['another artist', { artist: 'nobody' }, 'service'],
  ['a service that is none', { service: randomUUID() }, 'service'],
  ['a service that is no id', { service: "1' OR 1=1" }, 'service'],
  ['a start off the grid', { start: 'off' }, 'start'],
  ['a start in the past', { start: '2020-01-01T10:00:00Z' }, 'start'],
  ['a start far ahead', { start: '9999-12-31T23:59:00Z' }, 'start'],
  ['a local time without zone', { start: '2026-03-29T02:30:00' }, 'start'],
  ['a date that is none', { start: '2026-02-30T10:00:00Z' }, 'start'],
  ['a number as start', { start: 1 }, 'start'],
  [
    'a field within the client',
    { client: { name: 'N', email: 'n@example.org', admin: true } },
    'client.admin',
  ],
  ['no client', { client: null }, 'client'],
])('B6 case 47: %s is refused with its field, and nothing is booked', async (_, forged, field) => {
  await using rest = await openRest();
  const off = new Date(rest.lea.at('10:00').getTime() + 7 * 60_000).toISOString();
  const body = {
    ...rest.wish('10:00'),
    ...forged,
    ...('start' in forged && forged.start === 'off' && { start: off }),
  };
  const { status, value } = await rest.book(body);
  expect(status).toBe(422);
  expect(value.error).toMatchObject({ kind: 'invalid' });
  expect(value.error.details.fields.map(({ path }: { path: string }) => path)).toContain(field);
  expect(await rest.context.database.query('SELECT 1 FROM booking')).toEqual([]);
});

test.each(['name', 'email', 'phone'])('B6: a line break in %s is refused', async (field) => {
  await using rest = await openRest();
  const client = { name: 'Nora', email: 'nora@example.org', phone: '+41 79 000 00 00' };
  const broken = { ...client, [field]: `${client[field as keyof typeof client]}\r\nBcc: all@example.org` };
  expect((await rest.book(rest.wish('10:00', { client: broken }))).status).toBe(422);
  expect(await rest.context.database.query('SELECT 1 FROM mail')).toEqual([]);
});

test('errors have one shape: too large, malformed, another type, another method, an unknown route', async () => {
  await using rest = await openRest();
  const send = async (path: string, init: RequestInit) => {
    const answer = await fetch(`${rest.origin}${path}`, init);
    const { error } = (await answer.json()) as { error: { kind: string; message: string } };
    expect(error.message).not.toBe('');
    return [answer.status, error.kind];
  };
  const headers = { 'content-type': 'application/json' };
  const huge = JSON.stringify(rest.wish('10:00', { client: { name: 'N'.repeat(10_000_000) } }));
  const path = '/api/v1/bookings';
  expect(await send(path, { method: 'POST', headers, body: huge })).toEqual([413, 'too_large']);
  expect(await send(path, { method: 'POST', headers, body: '{"a":' })).toEqual([400, 'malformed']);
  expect(await send(path, { method: 'POST', headers, body: '[]' })).toEqual([422, 'invalid']);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  expect(await send(path, { method: 'POST', headers: form, body: 'a=b' })).toEqual([415, 'unsupported_type']);
  expect(await send(path, { method: 'DELETE' })).toEqual([405, 'method_not_allowed']);
  expect(await send('/api/v1/secrets', {})).toEqual([404, 'not_found']);
  expect(await send('/api/v1', {})).toEqual([404, 'not_found']);
  expect(await send('/api/v1/bookings/%E0%A4%A', {})).toEqual([400, 'malformed']);
  const far = `artist=lea&service=${rest.lea.serviceId}&from=9999-12-30&to=9999-12-31`;
  expect((await fetch(`${rest.origin}/api/v1/slots?${far}`)).status).toBe(200);
  const nul = await rest.book(rest.wish('10:00', { note: 'a\u0000b', artist: 'le\u0000a' }));
  expect(nul.status).toBe(422);
});

test('I4: an error is said in the language that the asker reads, and its kind stays', async () => {
  await using rest = await openRest();
  const said = async (language: string) => {
    const { value, headers } = await rest.call('get', '/api/v1/bookings/{token}', {
      ids: { token: 'x'.repeat(43) },
      headers: { 'accept-language': language },
    });
    return [headers.get('content-language'), value.error.kind, value.error.message];
  };
  const english = ['en', 'not_found', 'This link does not open a booking.'];
  expect(await said('fr-CH, en;q=0.5')).toEqual(['fr', 'not_found', 'Ce lien ne mène à aucune réservation.']);
  expect(await said('en-GB, fr;q=0.5')).toEqual(english);
  expect(await said('ja')).toEqual(english);
});

test('B10: foreign and absent are answered alike, and a key is needed where the studio is concerned', async () => {
  await using rest = await openRest();
  const { call, admin, context } = rest;
  const path = '/api/v1/admin/bookings/{id}/approve';
  for (const id of [randomUUID(), 'nonsense'])
    expect((await call('post', path, { ids: { id }, headers: admin })).status).toBe(404);
  const tokens = ['A'.repeat(32), 'nonsense', 'x.1'];
  const answers = await Promise.all(
    tokens.map((token) => call('get', '/api/v1/bookings/{token}', { ids: { token } })),
  );
  expect(new Set(answers.map(({ status, value }) => JSON.stringify([status, value]))).size).toBe(1);
  expect(await call('get', '/api/v1/admin/calendars')).toMatchObject({
    status: 401,
    value: { error: { kind: 'unauthorized' } },
  });
  const wrong = { authorization: 'Bearer atelier_wrong' };
  expect((await call('get', '/api/v1/artists', { headers: wrong })).status).toBe(401);
  const [row] = expectOk(await seeApiKeys(context, OPERATOR));
  expect(row?.lastUsedAt).not.toBeNull();
  expectOk(await revokeApiKey(context, OPERATOR, row?.id ?? ''));
  expect((await call('get', '/api/v1/admin/calendars', { headers: admin })).status).toBe(401);
});

test('B10: public routes are for any site without its visitors’ sessions; admin routes for none', async () => {
  await using rest = await openRest();
  const { origin, server } = rest;
  const foreign = { origin: 'https://tattoo.example' };
  const open = await fetch(`${origin}/api/v1/artists`, { headers: foreign });
  expect(open.headers.get('access-control-allow-origin')).toBe('*');
  expect(open.headers.get('access-control-allow-credentials')).toBeNull();
  const before = await fetch(`${origin}/api/v1/bookings`, { method: 'OPTIONS', headers: foreign });
  expect(before.status).toBe(204);
  expect(before.headers.get('access-control-allow-headers')).toMatch(/Idempotency-Key/);
  const body = rest.wish('10:00');
  expect((await rest.call('post', '/api/v1/bookings', { body, headers: foreign })).status).toBe(201);

  const cookie = await server.signIn('ann@studio.test');
  const own = await fetch(`${origin}/api/v1/admin/calendars`, { headers: { cookie } });
  expect(own.status).toBe(200);
  expect(own.headers.get('access-control-allow-origin')).toBeNull();
  const forged = await fetch(`${origin}/api/v1/sync`, {
    method: 'POST',
    headers: { ...foreign, cookie, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(forged.status).toBe(403);
  const asked = await fetch(`${origin}/api/v1/sync`, { method: 'OPTIONS', headers: foreign });
  expect(asked.headers.get('access-control-allow-origin')).toBeNull();
});

test('B10 case 50: every answer says what is left; beyond it 429 with Retry-After; who cannot be counted is not let in', async () => {
  await using rest = await openRest();
  const { origin, context } = rest;
  const first = await fetch(`${origin}/api/v1/artists`);
  expect(Number(first.headers.get('ratelimit-limit'))).toBe(300);
  const left = Number(first.headers.get('ratelimit-remaining'));
  expect(Number(first.headers.get('ratelimit-reset'))).toBeGreaterThan(0);
  const nowhere = await fetch(`${origin}/api/v1/nowhere`);
  expect(Number(nowhere.headers.get('ratelimit-remaining'))).toBe(left - 1);
  await context.database.query("UPDATE limit_count SET points = 300 WHERE key LIKE 'read:%'");
  const over = await rest.call('get', '/api/v1/artists');
  expect(over).toMatchObject({ status: 429, value: { error: { kind: 'too_many' } } });
  expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
  const page = await rest.server.call('booking.studio', null);
  expect(page.status).toBe(429);
  await context.database.query('ALTER TABLE limit_count RENAME TO limit_gone');
  const query = { artist: 'lea', service: rest.lea.serviceId, start: rest.lea.at('10:00').toISOString() };
  expect(await rest.call('get', '/api/v1/availability', { query })).toMatchObject({
    status: 503,
    value: { error: { kind: 'unavailable' } },
  });
  // What is over its limit costs the database nothing.
  expect((await rest.call('get', '/api/v1/artists')).status).toBe(429);
});
