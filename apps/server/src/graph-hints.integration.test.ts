import { startAuthority } from '@atelier/testkit/authority/authority-sandbox';
import { type GraphSandbox, startGraphSandbox } from '@atelier/testkit/sandbox-graph/graph-sandbox';
import { OPERATOR } from '@atelier/usecases/actor';
import { removeConnection } from '@atelier/usecases/connections/remove-connection';
import { setHints } from '@atelier/usecases/hints/see-hints';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectOk } from './testing/bookable.ts';
import { HOUR, hintsOf, reachableAccount, soon, sourceOf } from './testing/hints.ts';
import type { SignedInAccount } from './testing/signed-in-account.ts';

const MAIL = 'ann@studio.example';
const stack = new AsyncDisposableStack();
let account: SignedInAccount;
let sandbox: GraphSandbox;
let eventId = '';

beforeAll(async () => {
  const authority = stack.use(await startAuthority({ provider: 'microsoft' }));
  sandbox = stack.use(
    await startGraphSandbox({ accepts: (token) => authority.bearer(`Bearer ${token}`)?.mail ?? null }),
  );
  authority.addPerson({ id: 'oid-1', mail: MAIL, tenant: 'studio' });
  sandbox.addUser(MAIL);
  sandbox.addUser('bob@studio.example');
  for (const id of ['AQMkwork', 'AQMkhome']) sandbox.addCalendar(MAIL, { id, name: id });
  const at = (time: string) => ({ dateTime: `2026-07-04T${time}:00`, timeZone: 'UTC' });
  eventId = sandbox.create(MAIL, 'AQMkwork', { subject: 'Koi', start: at('10:00'), end: at('11:00') });
  const settings = { ATELIER_MICROSOFT_GRAPH: sandbox.url };
  account = stack.use(await reachableAccount({ kind: 'microsoft', mail: MAIL, authority, settings }));
});
afterAll(() => stack[Symbol.asyncDispose]());

const push = () => sandbox.push;
const connectionId = () => account.calendars[0]?.connectionId ?? '';
const hints = () => hintsOf(account.context, connectionId());
const subscriptions = () => [...push().subscriptions.values()];
const source = () => sourceOf(account.context, account.calendars[0]?.id ?? '');
const settle = async () => {
  await account.context.database.query('UPDATE source SET hinted_at = NULL, next_sync_at = $1', [
    new Date(Date.now() + HOUR),
  ]);
};
const change = async () => {
  sandbox.patch(MAIL, 'AQMkwork', eventId, { subject: `Koi ${Math.random()}` });
  await push().settled();
};
const want = async (wanted: boolean, ms = 0) => {
  expectOk(await setHints(account.context, OPERATOR, { connectionId: connectionId(), wanted }));
  await hints().tend(ms);
};
const asked = (method: string) =>
  sandbox.requests.filter((one) => one.method === method && one.path.startsWith('/subscriptions')).length;

/** One subscription, made now, and nothing told yet. */
beforeEach(async () => {
  push().habits = {};
  Object.assign(push().subscribing, { handshake: 'before', batched: false });
  await want(false);
  for (const { id } of subscriptions()) push().drop(id);
  await want(true);
  await settle();
  sandbox.forget();
});

test('P7: Microsoft is greeted before it answers, at both of its addresses, with what it has said and nothing else', async () => {
  expect(push().greetings.slice(-2)).toEqual([
    { status: 200, type: expect.stringMatching(/^text\/plain/), text: expect.stringContaining('<&>') },
    { status: 200, type: expect.stringMatching(/^text\/plain/), text: expect.stringContaining('<&>') },
  ]);
  expect(await hints().seen()).toMatchObject({ state: 'told', means: 'graph', channels: 1, failure: null });
  await soon(async () => (await hints().channel())?.provenAt).toBeInstanceOf(Date);
});

test('P7: a greeting that comes after the answer, or in the middle of a flood, is answered too', async () => {
  await want(false);
  push().subscribing.handshake = 'after';
  await want(true);
  await push().settled();
  expect(subscriptions()).toHaveLength(1);
  await change();
  const address = subscriptions()[0]?.notificationUrl ?? '';
  const greeting = await fetch(`${address}?validationToken=late%20%3Cb%3E`, { method: 'POST' });
  expect([greeting.status, await greeting.text()]).toEqual([200, 'late <b>']);
  expect(greeting.headers.get('x-content-type-options')).toBe('nosniff');
  const long = await fetch(`${address}?validationToken=${'x'.repeat(3_000)}`, { method: 'POST' });
  expect([long.status, await long.text()]).toEqual([404, '']);
});

test('P7: a change is told and brings the next run forward', async () => {
  expect(await source()).toEqual({ hinted: null, due: false });
  await change();
  expect(push().answers.at(-1)).toBe(202);
  await soon(source).toMatchObject({ hinted: expect.any(Date), due: true });
});

test('P7: late, double, out of order and in a batch with those of others: all are taken, and come to two acts', async () => {
  push().habits.holds = true;
  push().subscribing.batched = true;
  for (let n = 0; n < 5; n += 1) await change();
  expect(await source()).toEqual({ hinted: null, due: false });
  const before = push().answers.length;
  push().release('reversed', 3);
  await push().settled();
  expect(push().answers.slice(before)).toEqual(Array.from({ length: 15 }, () => 202));
  await soon(source).toMatchObject({ hinted: expect.any(Date), due: true });
  // All that came after the first is acted on once, a second later.
  await settle();
  await soon(source).toMatchObject({ hinted: expect.any(Date), due: true });
});

test('P7: news that do not know the secret are answered as if nobody lived there, and do nothing', async () => {
  const [one] = subscriptions();
  if (!one) throw new Error('nobody is told');
  const tell = (body: string, method = 'POST') =>
    fetch(one.notificationUrl, { method, ...(method === 'POST' && { body }) });
  const news = (clientState: unknown, subscriptionId: unknown = one.id) =>
    JSON.stringify({ value: [{ subscriptionId, clientState, changeType: 'updated' }] });
  const nowhere = `${new URL(one.notificationUrl).origin}/hooks/${'x'.repeat(32)}`;
  const shown = async (answer: Response) => [answer.status, await answer.text()];
  const stranger = await shown(await fetch(nowhere, { method: 'POST', body: news('x') }));
  for (const body of [
    '',
    '{',
    '[]',
    'null',
    '{"value":[]}',
    '{"value":{}}',
    news('guess'),
    news(null),
    news(one.clientState, 'another'),
    news(`${one.clientState} `),
    JSON.stringify({ value: [{ lifecycleEvent: 'subscriptionRemoved', subscriptionId: one.id }] }),
  ])
    expect([body, await shown(await tell(body))]).toEqual([body, stranger]);
  expect(await shown(await tell('', 'GET'))).toEqual(stranger);
  expect(await source()).toEqual({ hinted: null, due: false });
  expect(await hints().seen()).toMatchObject({ state: 'told' });
  await tell(news(one.clientState));
  await soon(source).toMatchObject({ due: true });
});

test('P7: is renewed at half its life, and before that when Microsoft wants it', async () => {
  const [before] = subscriptions();
  await hints().tend(80 * HOUR);
  expect(asked('PATCH')).toBe(0);
  await hints().tend(85 * HOUR);
  expect(asked('PATCH')).toBe(1);
  push().lifecycle(before?.id ?? '', 'reauthorizationRequired');
  await push().settled();
  expect(push().answers.at(-1)).toBe(202);
  const renewAt = async () => (await hints().channel())?.renewAt?.getTime() ?? 0;
  await soon(renewAt).toBeLessThan(Date.now() + HOUR);
  await hints().tend();
  expect([asked('PATCH'), asked('POST')]).toEqual([2, 0]);
  expect(subscriptions().map(({ id }) => id)).toEqual([before?.id]);
});

test('P7: what Microsoft ends is made anew, and its calendars are asked for what was missed meanwhile', async () => {
  const [before] = subscriptions();
  await change();
  push().lifecycle(before?.id ?? '', 'subscriptionRemoved');
  await push().settled();
  expect(push().answers.at(-1)).toBe(202);
  await soon(async () => (await hints().seen())?.state).toBe('refused');
  expect(await source()).toMatchObject({ due: true });
  await hints().tend();
  expect(await hints().seen()).toMatchObject({ state: 'told', failure: null });
  expect(subscriptions()).toHaveLength(1);
  expect(subscriptions()[0]?.notificationUrl).not.toBe(before?.notificationUrl);
});

test('P7: what Microsoft could not tell brings a run forward', async () => {
  push().lifecycle(subscriptions()[0]?.id ?? '', 'missed');
  await soon(source).toMatchObject({ hinted: expect.any(Date), due: true });
});

test('P7: one that is gone without a word is made anew when it is to be renewed', async () => {
  const [before] = subscriptions();
  push().drop(before?.id ?? '');
  await hints().tend(85 * HOUR);
  await hints().tend(85 * HOUR);
  expect(await hints().seen()).toMatchObject({ state: 'told' });
  expect(subscriptions()).toHaveLength(1);
  expect(subscriptions()[0]?.notificationUrl).not.toBe(before?.notificationUrl);
});

test('P7: one whose answer was lost stands in the way of no other', async () => {
  await want(false);
  sandbox.faults.add({
    effect: { kind: 'reset', at: 'answer' },
    times: 1,
    match: ({ method, path }) => method === 'POST' && path === '/subscriptions',
  });
  await want(true);
  const [lost] = subscriptions();
  expect(await hints().seen()).toMatchObject({ state: 'refused', failure: { kind: 'unreachable' } });
  await hints().tend(2 * HOUR);
  expect(await hints().seen()).toMatchObject({ state: 'told', failure: null });
  expect(subscriptions()).toHaveLength(1);
  expect(subscriptions()[0]?.id).not.toBe(lost?.id);
});

test('P7: an address that Microsoft does not reach is said, and the clock does the work', async () => {
  await want(false);
  sandbox.faults.add({
    effect: { kind: 'status', status: 400, code: 'ValidationError' },
    times: 1,
    match: ({ method, path }) => method === 'POST' && path === '/subscriptions',
  });
  await want(true);
  expect(await hints().seen()).toMatchObject({ state: 'refused', failure: { kind: 'forbidden' } });
});

test('P7: a mailbox that Microsoft does not find yet is asked for again within the hour', async () => {
  await want(false);
  sandbox.faults.add({
    match: ({ method, path }) => method === 'POST' && path === '/subscriptions',
    effect: { kind: 'status', status: 404, code: 'ResourceNotFound' },
    times: 1,
  });
  await want(true);
  expect(await hints().seen()).toMatchObject({ means: null, failure: { kind: 'not-found' } });
  await hints().tend(HOUR / 2);
  expect(subscriptions()).toEqual([]);
  await hints().tend(1.1 * HOUR);
  expect(await hints().seen()).toMatchObject({ state: 'told', means: 'graph' });
});

test('P7: a renewal that fails for a while leaves what still tells', async () => {
  sandbox.faults.add({
    effect: { kind: 'status', status: 503 },
    times: 1,
    match: ({ method }) => method === 'PATCH',
  });
  await hints().tend(85 * HOUR);
  expect(await hints().seen()).toMatchObject({ state: 'told', failure: { kind: 'server-error' } });
  await change();
  expect(push().answers.at(-1)).toBe(202);
  await hints().tend(87 * HOUR);
  expect(await hints().seen()).toMatchObject({ state: 'told', failure: null });
});

test('P7: is given back when a person wants none, and with the account', async () => {
  await want(false);
  expect([subscriptions(), (await hints().seen())?.state]).toEqual([[], 'off']);
  await want(true);
  expect(subscriptions()).toHaveLength(1);
  expectOk(await removeConnection(account.context, OPERATOR, { connectionId: connectionId() }));
  expect(subscriptions()).toEqual([]);
});
