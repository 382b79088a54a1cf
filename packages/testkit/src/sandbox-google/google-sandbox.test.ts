import { expect, test } from 'vitest';
import { type GoogleSandbox, startGoogleSandbox } from './google-sandbox.ts';
import type { Fields } from './google-store.ts';

const MAIL = 'ann@gmail.example';
const LUNCH = {
  summary: 'Lunch',
  start: { dateTime: '2026-07-06T10:00:00Z', timeZone: 'UTC' },
  end: { dateTime: '2026-07-06T11:00:00Z', timeZone: 'UTC' },
};
const NONE = '?sendUpdates=none';

async function world() {
  const sandbox = await startGoogleSandbox({ now: () => Temporal.Instant.from('2026-06-15T09:00:00Z') });
  sandbox.addUser(MAIL);
  const ask = async (method: string, path: string, body?: Fields, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${sandbox.api}/calendars/${encodeURIComponent(MAIL)}/events${path}`, {
      method,
      headers: { authorization: `Bearer ${MAIL}`, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? {} : JSON.parse(text) };
  };
  return { sandbox, ask, [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose]() };
}

interface Answer {
  readonly status: number;
  readonly body: { readonly error?: { readonly errors: readonly { readonly reason: string }[] } };
}

const reasonOf = ({ status, body }: Answer) => [status, body.error?.errors[0]?.reason];

const put = (sandbox: GoogleSandbox, ...ids: readonly string[]): void => {
  for (const id of ids) sandbox.put(MAIL, MAIL, id, LUNCH);
};

test('who is not signed in is told so', async () => {
  await using it = await world();
  const answer = await fetch(`${it.sandbox.api}/users/me/calendarList`);
  const body = (await answer.json()) as Answer['body'];
  expect(reasonOf({ status: answer.status, body })).toEqual([401, 'authError']);
});

test('an id of one’s own is taken once, also by what was deleted', async () => {
  await using it = await world();
  expect((await it.ask('POST', NONE, { ...LUNCH, id: 'aaaa1' })).status).toBe(200);
  expect(reasonOf(await it.ask('POST', NONE, { ...LUNCH, id: 'aaaa1' }))).toEqual([409, 'duplicate']);
  it.sandbox.remove(MAIL, MAIL, 'aaaa1');
  expect(reasonOf(await it.ask('POST', NONE, { ...LUNCH, id: 'aaaa1' }))).toEqual([409, 'duplicate']);
  expect(reasonOf(await it.ask('POST', NONE, { ...LUNCH, id: 'not valid' }))).toEqual([400, 'invalid']);
  const empty = { ...LUNCH, end: LUNCH.start };
  expect(reasonOf(await it.ask('POST', NONE, { ...empty, id: 'aaaa2' }))).toEqual([400, 'timeRangeEmpty']);
});

test('the last page of a list alone has a token, and tells from there what changed', async () => {
  await using it = await world();
  put(it.sandbox, 'aaaa1', 'aaaa2', 'aaaa3');
  const first = await it.ask('GET', '?maxResults=2');
  expect([first.body.items.length, first.body.nextSyncToken]).toEqual([2, undefined]);
  const last = await it.ask('GET', `?maxResults=2&pageToken=${first.body.nextPageToken}`);
  expect(last.body.items).toHaveLength(1);
  it.sandbox.remove(MAIL, MAIL, 'aaaa2');
  const delta = await it.ask('GET', `?maxResults=2&syncToken=${last.body.nextSyncToken}`);
  expect(delta.body.items).toMatchObject([{ id: 'aaaa2', status: 'cancelled' }]);
  expect(delta.body.items[0].summary).toBeUndefined();
  const wrong = await it.ask('GET', `?maxResults=2&iCalUID=x&syncToken=${last.body.nextSyncToken}`);
  expect(reasonOf(wrong)).toEqual([400, 'invalid']);
  it.sandbox.expireTokens(MAIL, MAIL);
  const dead = await it.ask('GET', `?maxResults=2&syncToken=${last.body.nextSyncToken}`);
  expect(reasonOf(dead)).toEqual([410, 'fullSyncRequired']);
});

test('a version is asked for, and named fields alone are changed', async () => {
  await using it = await world();
  const etag = it.sandbox.put(MAIL, MAIL, 'aaaa1', { ...LUNCH, location: 'Hall' });
  const stale = await it.ask('PATCH', `/aaaa1${NONE}`, { summary: 'x' }, { 'if-match': '"old"' });
  expect(reasonOf(stale)).toEqual([412, 'conditionNotMet']);
  const changed = await it.ask('PATCH', `/aaaa1${NONE}`, { summary: 'x' }, { 'if-match': etag });
  expect(changed.body).toMatchObject({ summary: 'x', location: 'Hall' });
  expect(changed.body.etag).not.toBe(etag);
  expect((await it.ask('DELETE', `/aaaa1${NONE}`, undefined, { 'if-match': changed.body.etag })).status).toBe(
    204,
  );
  expect(reasonOf(await it.ask('DELETE', `/aaaa1${NONE}`))).toEqual([410, 'deleted']);
});

test('instances of a series have ids, and become rows when they are changed or cancelled', async () => {
  await using it = await world();
  it.sandbox.put(MAIL, MAIL, 'daily', { ...LUNCH, recurrence: ['RRULE:FREQ=DAILY;COUNT=3'] });
  const all = await it.ask('GET', '/daily/instances');
  expect(all.body.items).toHaveLength(3);
  const [, second, third] = all.body.items.map(({ id }: { id: string }) => id);
  expect(second).toBe('daily_20260707T100000Z');
  await it.ask('PATCH', `/${second}${NONE}`, { summary: 'Late' }, { 'if-match': all.body.items[1].etag });
  await it.ask('DELETE', `/${third}${NONE}`, undefined, { 'if-match': all.body.items[2].etag });
  const rows = await it.ask('GET', '?maxResults=9&iCalUID=daily@google.com&showDeleted=true');
  expect(rows.body.items).toMatchObject([
    { id: 'daily' },
    { id: second, recurringEventId: 'daily', summary: 'Late' },
    { id: third, recurringEventId: 'daily', status: 'cancelled' },
  ]);
  expect((await it.ask('GET', '/daily_20260801T100000Z')).status).toBe(404);
});

test('bad habits are noted', async () => {
  await using it = await world();
  const etag = it.sandbox.put(MAIL, MAIL, 'aaaa1', LUNCH);
  await it.ask('GET', '');
  await it.ask('PATCH', '/aaaa1', { attendees: [] });
  const now = it.sandbox.event(MAIL, MAIL, 'aaaa1')?.['etag'] ?? etag;
  await it.ask('PATCH', `/aaaa1${NONE}`, { summary: 'Lunch' }, { 'if-match': String(now) });
  await it.ask('POST', NONE, LUNCH);
  expect([...it.sandbox.complaints].sort()).toEqual([
    'PATCH does not say sendUpdates=none',
    'PATCH names attendees',
    'PATCH says summary again',
    'PATCH without If-Match',
    'a list in small pages',
    'an event is made without an id of its own',
  ]);
});
