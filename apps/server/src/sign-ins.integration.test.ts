import type { OAuthKind } from '@atelier/providers/kinds';
import { startAuthority } from '@atelier/testkit/authority/authority-sandbox';
import { OPERATOR } from '@atelier/usecases/actor';
import { calendarOverview } from '@atelier/usecases/calendars/calendar-overview';
import { describe, expect, it } from 'vitest';
import { bearerGateway } from './testing/bearer-gateway.ts';
import { openTestServer } from './testing/server.ts';

const ANN = { id: 'ann-id', mail: 'ann@studio.test', tenant: 'tenant-1' };
const BOB = { id: 'bob-id', mail: 'bob@studio.test', tenant: 'tenant-1' };

async function open(kind: OAuthKind) {
  await using stack = new AsyncDisposableStack();
  const authority = stack.use(await startAuthority({ provider: kind }));
  const server = stack.use(
    await openTestServer({
      ATELIER_RATE_LIMITS: 'off',
      ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
      ...authority.settings,
    }),
  );
  const { context, origin } = server;
  // The provider's calendars have tests of their own; here it only lets people in.
  const gateway = bearerGateway(authority);
  Object.assign(context.gateways, { of: async () => gateway });
  for (const person of [ANN, BOB]) authority.addPerson(person);
  await server.addUser('owner@studio.test', 'ADMIN');
  const cookie = await server.signIn('owner@studio.test');
  const ask = async <T>(path: string, input?: unknown, as = cookie) => {
    const get =
      input === undefined ? path : `${path}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;
    const reading = /\.(?:see|list|kinds)$/.test(path);
    const answer = reading ? await server.call(get, as) : await server.call(path, as, input);
    const { result, error } = (await answer.json()) as {
      result?: { data: { json: T } };
      error?: { json: { data: { refusal: { code: string } | null } } };
    };
    return { value: result?.data.json as T, code: error?.json.data.refusal?.code };
  };
  const begin = async (connectionId?: string) =>
    (await ask<{ page: string }>('signIns.begin', { kind, origin, connectionId })).value.page;
  /** What the browser does when the provider sends it back. */
  const comeBack = async (address: string, as = cookie) => {
    const answer = await fetch(address, { headers: { cookie: as }, redirect: 'manual' });
    const page = new URL(answer.headers.get('location') ?? '', origin);
    expect(`${answer.status} ${page.pathname}`).toBe('303 /connections');
    return page.searchParams.get('signIn') ?? '';
  };
  const signIn = async (mail: string | null, connectionId?: string) =>
    comeBack(await authority.answer(await begin(connectionId), mail));
  const see = (id: string) => ask<{ is: string; name: string }>('signIns.see', { id });
  const connect = async (mail: string) => {
    const signInId = await signIn(mail);
    const { value } = await ask<{ connectionId: string }>('signIns.connect', { signInId, select: 'all' });
    return value.connectionId;
  };
  const state = async () =>
    (await ask<{ state: string; failure: { kind: string } | null }[]>('connections.list')).value;
  const sync = async () => {
    const calendars = await calendarOverview(context, OPERATOR, {});
    const ids = calendars.flatMap((one) => (one.connectionId ? [one.id] : []));
    return context.engine.runNow(ids, { full: false });
  };
  const owned = stack.move();
  return {
    authority,
    server,
    ask,
    begin,
    comeBack,
    signIn,
    see,
    connect,
    state,
    sync,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

describe.each<OAuthKind>(['microsoft', 'google'])('an account of %s', (kind) => {
  it('P9: from the page of the provider to the calendars, which are offered at once', async () => {
    await using one = await open(kind);
    expect((await one.ask<object>('signIns.kinds', { origin: one.server.origin })).value).toContainEqual({
      kind,
      registered: true,
      redirectUri: `${one.server.origin}/api/oauth/callback`,
    });
    const id = await one.signIn(ANN.mail);
    expect((await one.see(id)).value).toMatchObject({
      is: 'found',
      kind,
      name: ANN.mail,
      calendars: [{ name: 'Appointments' }],
    });
    const connected = await one.ask('signIns.connect', { signInId: id, select: 'all' });
    expect(connected.value).toMatchObject({ renewed: false, calendars: [{ selected: true }] });
    expect(await one.state()).toMatchObject([
      { kind, username: ANN.mail, state: 'ok', scopes: expect.arrayContaining(['openid']) },
    ]);
    // It is there once.
    expect((await one.ask('signIns.connect', { signInId: id, select: 'all' })).code).toBe('sign-in-unknown');
  });

  it('P8: rights are given back with the account where the provider takes them', async () => {
    await using one = await open(kind);
    const connectionId = await one.connect(ANN.mail);
    const removed = await one.ask<{ rights: string }>('connections.remove', { connectionId });
    expect(removed.value.rights).toBe(kind === 'google' ? 'given-back' : 'by-hand');
    expect(one.authority.lasting(ANN.mail) > 0).toBe(kind === 'microsoft');
  });
});

it('P1: no token is in an answer, nor in the clear in the database', async () => {
  await using one = await open('microsoft');
  const id = await one.signIn(ANN.mail);
  const seen = [await one.see(id)];
  const before = await one.server.context.database.prisma.providerSignIn.findMany();
  await one.ask('signIns.connect', { signInId: id, select: 'all' });
  const after = await one.server.context.database.prisma.accountCredential.findMany();
  const everything = JSON.stringify([seen, before, after, await one.state()]);
  expect(everything).not.toMatch(/(?:access|refresh|code)-\w/);
  expect(after).toMatchObject([{ kind: 'OAUTH', username: ANN.mail }]);
});

it('P2: whoever says no at the provider is told so, and nothing is connected', async () => {
  await using one = await open('microsoft');
  expect((await one.see(await one.signIn(null))).code).toBe('sign-in-denied');
  expect(await one.state()).toEqual([]);
});

it('P1: an answer counts once, for the session that asked, and not for long', async () => {
  await using one = await open('microsoft');
  await one.server.addUser('other@studio.test', 'ADMIN');
  const other = await one.server.signIn('other@studio.test');
  const back = await one.authority.answer(await one.begin(), ANN.mail);
  expect(await one.comeBack(back, other)).toBe('unknown');
  expect(await one.comeBack(back.replace(/state=[^&]+/, 'state=made-up'))).toBe('unknown');
  const id = await one.comeBack(back);
  expect((await one.see(id)).value.is).toBe('found');
  expect(await one.comeBack(back)).toBe('unknown');
  expect((await one.ask('signIns.see', { id }, other)).code).toBe('sign-in-unknown');
  const late = await one.authority.answer(await one.begin(), ANN.mail);
  await one.server.context.database.prisma.providerSignIn.updateMany({
    data: { createdAt: new Date(Date.now() - 31 * 60_000) },
  });
  expect(await one.comeBack(late)).toBe('unknown');
  expect((await one.see(id)).code).toBe('sign-in-unknown');
});

it('P2: a sign-in that was taken back stops the account once; as somebody else it is refused, as before it goes on', async () => {
  await using one = await open('microsoft');
  const connectionId = await one.connect(ANN.mail);
  await one.sync();
  expect(await one.state()).toMatchObject([{ state: 'ok' }]);
  const before = await calendarOverview(one.server.context, OPERATOR, { connectionId });

  one.authority.revoke(ANN.mail);
  await one.sync();
  expect(await one.state()).toMatchObject([{ state: 'credentials', failure: { kind: 'signed-out' } }]);
  const asked = one.authority.asked.length;
  await one.sync();
  expect(one.authority.asked.length).toBe(asked);
  const waiting = await one.ask<{ kind: string }[]>('waiting.list');
  expect(waiting.value).toContainEqual(expect.objectContaining({ kind: 'signIn' }));

  expect((await one.see(await one.signIn(BOB.mail, connectionId))).code).toBe('sign-in-other-account');
  expect(await one.state()).toMatchObject([{ state: 'credentials', username: ANN.mail }]);
  expect((await one.see(await one.signIn(ANN.mail, connectionId))).value).toMatchObject({ is: 'renewed' });
  await one.sync();
  expect(await one.state()).toMatchObject([{ state: 'ok', username: ANN.mail }]);
  const after = await calendarOverview(one.server.context, OPERATOR, { connectionId });
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

it('P1: an access token that has ended is renewed by itself, and a secret that has ended signs nobody out', async () => {
  await using one = await open('microsoft');
  await one.connect(ANN.mail);
  one.authority.expire(ANN.mail);
  await one.sync();
  expect(await one.state()).toMatchObject([{ state: 'ok' }]);
  one.authority.expire(ANN.mail);
  one.authority.faults.push('invalid_client');
  await one.sync();
  expect(await one.state()).toMatchObject([{ state: 'failing', failure: { kind: 'registration' } }]);
  await one.sync();
  expect(await one.state()).toMatchObject([{ state: 'ok' }]);
});

it('P2: who connects the same account a second time goes on with it, also under a new mail address', async () => {
  await using one = await open('google');
  const connectionId = await one.connect(ANN.mail);
  one.authority.addPerson({ ...ANN, mail: 'ann.married@studio.test' });
  const again = await one.ask('signIns.connect', {
    signInId: await one.signIn('ann.married@studio.test'),
    select: 'all',
  });
  expect(again.value).toMatchObject({ connectionId, renewed: true });
  expect(await one.state()).toMatchObject([{ username: 'ann.married@studio.test' }]);
});

it('P2: where nothing is registered, the steps are offered and no sign-in is begun', async () => {
  await using server = await openTestServer({ ATELIER_RATE_LIMITS: 'off' });
  await server.addUser('owner@studio.test', 'ADMIN');
  const cookie = await server.signIn('owner@studio.test');
  const answer = await server.call('signIns.begin', cookie, { kind: 'google', origin: server.origin });
  const { error } = (await answer.json()) as { error: { json: { data: { refusal: { code: string } } } } };
  expect(error.json.data.refusal.code).toBe('sign-in-unregistered');
});
