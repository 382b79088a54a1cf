import { startAuthority } from '@atelier/testkit/authority/authority-sandbox';
import { type GoogleSandbox, startGoogleSandbox } from '@atelier/testkit/sandbox-google/google-sandbox';
import { OPERATOR } from '@atelier/usecases/actor';
import { setHints } from '@atelier/usecases/hints/see-hints';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectOk } from './testing/bookable.ts';
import { HOUR, hintsOf, reachableAccount, soon, sourceOf } from './testing/hints.ts';
import type { SignedInAccount } from './testing/signed-in-account.ts';

const MAIL = 'ann@studio.example';
const HOLIDAYS = 'de.german#holiday@group.v.calendar.google.com';
const stack = new AsyncDisposableStack();
let account: SignedInAccount;
let sandbox: GoogleSandbox;

beforeAll(async () => {
  const authority = stack.use(await startAuthority({ provider: 'google' }));
  sandbox = stack.use(
    await startGoogleSandbox({ mailOf: (token) => authority.bearer(`Bearer ${token}`)?.mail ?? null }),
  );
  authority.addPerson({ id: 'sub-1', mail: MAIL, tenant: '' });
  sandbox.addUser(MAIL);
  sandbox.addCalendar(MAIL, { id: HOLIDAYS, entry: { accessRole: 'reader' } });
  const settings = { ATELIER_GOOGLE_API: sandbox.api };
  account = stack.use(await reachableAccount({ kind: 'google', mail: MAIL, authority, settings }));
});
afterAll(() => stack[Symbol.asyncDispose]());

const push = () => sandbox.push;
const connectionId = () => account.calendars[0]?.connectionId ?? '';
const hints = () => hintsOf(account.context, connectionId());
const channels = () => [...push().channels.values()];
const idOf = (own: boolean) =>
  account.calendars.find(({ href }) => href?.startsWith('ann') === own)?.id ?? '';
const source = (own = true) => sourceOf(account.context, idOf(own));
const settle = async () => {
  await account.context.database.query('UPDATE source SET hinted_at = NULL, next_sync_at = $1', [
    new Date(Date.now() + HOUR),
  ]);
};
let events = 0;
const change = async () => {
  events += 1;
  const at = (time: string) => ({ dateTime: `2026-07-04T${time}:00Z` });
  sandbox.put(MAIL, MAIL, `event${events}`, { summary: 'Koi', start: at('10:00'), end: at('11:00') });
  await push().settled();
};
const want = async (wanted: boolean) => {
  expectOk(await setHints(account.context, OPERATOR, { connectionId: connectionId(), wanted }));
  await hints().tend();
};

/** A channel for each calendar, opened now, and nothing told yet. */
beforeEach(async () => {
  push().habits = {};
  Object.assign(push().watching, { sync: 'before', unsupported: [], refuses: false });
  await want(false);
  await want(true);
  await settle();
});

test('P7: Google’s first message, which comes before its answer, is taken for what it is; off gives every channel back', async () => {
  expect(channels()).toHaveLength(2);
  expect(await hints().seen()).toMatchObject({
    state: 'told',
    means: 'google',
    channels: 2,
    lastHeard: null,
  });
  const proven = async () => (await hints().channels()).every(({ provenAt }) => provenAt !== null);
  await soon(proven).toBe(true);
  expect(await source()).toEqual({ hinted: null, due: false });
  await want(false);
  expect(channels()).toEqual([]);
});

test('P7: a first message that comes after the answer is one too', async () => {
  await want(false);
  push().watching.sync = 'after';
  await want(true);
  await push().settled();
  expect(push().answers.slice(-2)).toEqual([204, 204]);
});

test('P7: a change brings the next run of its calendar forward, and of no other', async () => {
  await change();
  expect(push().answers.at(-1)).toBe(204);
  await soon(() => source()).toMatchObject({ hinted: expect.any(Date), due: true });
  expect(await source(false)).toEqual({ hinted: null, due: false });
});

test('P7: a week is over before it ends: another channel is opened, both tell for a while, then the old one is stopped', async () => {
  const before = channels().map(({ id }) => id);
  await hints().tend(83 * HOUR);
  expect(channels()).toHaveLength(2);
  await hints().tend(85 * HOUR);
  expect(channels()).toHaveLength(4);
  expect(await hints().seen()).toMatchObject({ state: 'told', channels: 2 });
  await change();
  expect(push().answers.slice(-2)).toEqual([204, 204]);
  await hints().tend(85 * HOUR + HOUR / 30);
  expect(channels()).toHaveLength(2);
  expect(channels().some(({ id }) => before.includes(id))).toBe(false);
  await change();
  expect(push().answers.at(-1)).toBe(204);
});

test('P7: while another cannot be opened, the old one tells until its end', async () => {
  push().watching.refuses = true;
  await hints().tend(85 * HOUR);
  await hints().tend(86 * HOUR);
  expect(channels()).toHaveLength(2);
  expect(await hints().seen()).toMatchObject({ state: 'partly', failure: { kind: 'forbidden' } });
  await change();
  await soon(() => source()).toMatchObject({ hinted: expect.any(Date) });
  push().watching.refuses = false;
  await hints().tend(110 * HOUR);
  await hints().tend(110 * HOUR + HOUR / 30);
  expect(channels()).toHaveLength(2);
  expect(await hints().seen()).toMatchObject({ state: 'told', failure: null });
});

test('P7: calendars of which Google tells nothing are asked by the clock, and the others are told of', async () => {
  await want(false);
  push().watching.unsupported = [HOLIDAYS];
  await want(true);
  expect(await hints().seen()).toMatchObject({
    state: 'partly',
    channels: 1,
    failure: { kind: 'forbidden', message: expect.stringContaining('no changes') },
  });
});

test('P7: an address that Google does not take is said', async () => {
  await want(false);
  push().watching.refuses = true;
  await want(true);
  expect(await hints().seen()).toMatchObject({
    state: 'refused',
    failure: { message: expect.stringContaining('address') },
  });
});

test('P7: whoever does not know channel, token and resource is answered as if nobody lived there', async () => {
  const one = channels().find(({ calendar }) => calendar.id === MAIL);
  if (!one) throw new Error('nobody is told');
  const known = {
    'x-goog-channel-id': one.id,
    'x-goog-channel-token': one.token,
    'x-goog-resource-id': one.resourceId,
    'x-goog-resource-state': 'exists',
  };
  const tell = async (headers: Record<string, string>, method = 'POST') =>
    (await fetch(one.address, { method, headers })).status;
  // True news takes along what earlier tests have told and nothing has acted on yet.
  const toldAt = Date.now();
  expect(await tell(known)).toBe(204);
  await soon(async () => (await source())?.hinted?.getTime() ?? 0).toBeGreaterThanOrEqual(toldAt);
  await settle();
  expect(await tell({})).toBe(404);
  for (const name of ['x-goog-channel-id', 'x-goog-channel-token', 'x-goog-resource-id'])
    for (const said of ['', 'guess', `${one.token}x`])
      expect([name, said, await tell({ ...known, [name]: said })]).toEqual([name, said, 404]);
  for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])
    expect([method, await tell(known, method)]).toEqual([method, 404]);
  expect(await source()).toEqual({ hinted: null, due: false });
});
