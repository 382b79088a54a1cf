import { startAuthority } from '@atelier/testkit/authority/authority-sandbox';
import { startSandboxServer } from '@atelier/testkit/sandbox-server';
import { expect, test } from 'vitest';
import { bearerGateway } from './testing/bearer-gateway.ts';
import { openTestServer } from './testing/server.ts';

const [LEA, MAX, OWNER] = ['lea@studio.test', 'max@studio.test', 'owner@studio.test'] as const;

/** A studio of two artists and an admin, and a server on which anybody may have an account. */
async function open(settings: Readonly<Record<string, string>> = {}) {
  await using stack = new AsyncDisposableStack();
  const dav = stack.use(await startSandboxServer());
  const server = stack.use(
    await openTestServer({
      ATELIER_RATE_LIMITS: 'off',
      ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
      ...settings,
    }),
  );
  await server.addUser(OWNER, 'ADMIN');
  for (const artist of [LEA, MAX]) await server.addUser(artist, 'ARTIST');
  const cookies = new Map<string, string>();
  for (const who of [LEA, MAX, OWNER]) cookies.set(who, await server.signIn(who));
  const ask = async <T>(who: string, path: string, input?: unknown) => {
    const cookie = cookies.get(who) ?? '';
    const reading = /\.(?:list|see|ties)$/.test(path);
    const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;
    const answer = await (reading
      ? server.call(`${path}${query}`, cookie)
      : server.call(path, cookie, input ?? null));
    const { result, error } = (await answer.json()) as {
      result?: { data: { json: T } };
      error?: { json: { data: { refusal: { code: string } | null } } };
    };
    return { value: result?.data.json as T, code: error?.json.data.refusal?.code };
  };
  const account = (user: string) => {
    dav.sandbox.addUser(user, 'secret');
    dav.sandbox.addCalendar(user, { uri: user, name: `Diary of ${user}` });
    const url = dav.sandbox.origin;
    return { kind: 'caldav', url, username: user, password: 'secret' };
  };
  const connect = async (who: string, user: string) => {
    const wish = { ...account(user), select: 'all' };
    return (await ask<{ connectionId: string }>(who, 'connections.connect', wish)).value.connectionId;
  };
  const names = async (who: string) =>
    (await ask<{ username: string }[]>(who, 'connections.list')).value.map(({ username }) => username);
  const owned = stack.move();
  const close = { [Symbol.asyncDispose]: () => owned.disposeAsync() };
  return { server, cookies, ask, account, connect, names, ...close };
}

test('P8 P9: an artist connects an account of their own, and it is theirs', async () => {
  await using studio = await open();
  const tested = await studio.ask<{ ok: boolean }>(LEA, 'connections.test', studio.account('lea'));
  expect(tested.value).toMatchObject({ ok: true, calendars: [{ name: 'Diary of lea' }] });
  await studio.connect(LEA, 'lea');
  expect((await studio.ask(LEA, 'connections.list')).value).toMatchObject([
    { username: 'lea', ownerName: LEA, mine: true, state: 'ok' },
  ]);
  const calendars = (await studio.ask<{ name: string; mine: boolean }[]>(LEA, 'calendars.list')).value;
  expect(calendars).toContainEqual(expect.objectContaining({ name: 'Diary of lea', mine: true }));
  expect(await studio.names(MAX)).toEqual([]);
});

test('P8: to everybody else it is none at all, but for admins, who see how it stands', async () => {
  await using studio = await open();
  const connectionId = await studio.connect(LEA, 'lea');
  const doors = [
    ['connections.renewPassword', { connectionId, password: 'secret' }],
    ['connections.ties', { connectionId }],
    ['connections.remove', { connectionId }],
    ['connections.remove', { connectionId, anyway: true }],
    ['loginFlow.begin', { connectionId }],
    ['signIns.begin', { kind: 'microsoft', connectionId, origin: studio.server.origin }],
    ['hints.set', { connectionId, wanted: false }],
  ] as const;
  for (const [door, input] of doors) {
    expect([door, (await studio.ask(MAX, door, input)).code]).toEqual([
      door,
      expect.stringMatching(/^(?:no-connection|admins-only|sign-in-unregistered)$/),
    ]);
  }
  expect(await studio.names(LEA)).toEqual(['lea']);
  expect((await studio.ask(OWNER, 'connections.list')).value).toMatchObject([
    { username: 'lea', ownerName: LEA, mine: false },
  ]);
  const renewed = await studio.ask(OWNER, 'connections.renewPassword', { connectionId, password: 'secret' });
  expect(renewed.value).toEqual({ connectionId });
});

test('P9: an account that a colleague has is not connected twice, and its name here stays with them', async () => {
  await using studio = await open();
  const wish = { ...studio.account('shared'), name: 'Between Lea and me', select: 'all' };
  await studio.ask(OWNER, 'connections.connect', wish);
  const answer = await studio.server.call('connections.connect', studio.cookies.get(MAX) ?? '', {
    ...wish,
    name: 'Mine',
  });
  const text = await answer.text();
  expect(text).toContain('account-connected');
  expect(text).not.toContain('Between Lea and me');
  expect(await studio.names(MAX)).toEqual([]);
});

test('P2: whoever owns an account that is let in no longer is told, and gives it a new password', async () => {
  await using studio = await open();
  const connectionId = await studio.connect(LEA, 'lea');
  const { database } = studio.server.context;
  await database.query(`UPDATE connection SET state = 'CREDENTIALS' WHERE id = $1`, [connectionId]);
  const waiting = async (who: string) =>
    (await studio.ask<{ kind: string }[]>(who, 'waiting.list')).value.filter(({ kind }) => kind === 'signIn');
  expect(await waiting(LEA)).toMatchObject([{ thing: { connectionId, renewable: true } }]);
  expect(await waiting(MAX)).toEqual([]);
  await studio.ask(LEA, 'connections.renewPassword', { connectionId, password: 'secret' });
  expect(await waiting(LEA)).toEqual([]);
});

test('P8: what an artist has connected they take away again, and nobody else’s goes with it', async () => {
  await using studio = await open();
  const connectionId = await studio.connect(LEA, 'lea');
  await studio.connect(MAX, 'max');
  expect((await studio.ask(LEA, 'connections.remove', { connectionId })).value).toMatchObject({
    removed: connectionId,
  });
  expect(await studio.names(OWNER)).toEqual(['max']);
});

test('M9 B1: an account that bookings go into stays, until somebody was told what hangs on it', async () => {
  await using studio = await open();
  const connectionId = await studio.connect(LEA, 'lea');
  const calendars = await studio.ask<{ id: string; name: string }[]>(LEA, 'calendars.list');
  const calendarId = calendars.value.find(({ name }) => name === 'Diary of lea')?.id;
  const artist = { name: 'Léa Brun', slug: 'lea', zone: 'Europe/Zurich', calendarId };
  await studio.ask(OWNER, 'artists.add', artist);
  expect((await studio.ask(LEA, 'connections.ties', { connectionId })).value).toEqual({
    waiting: 0,
    receiving: ['Léa Brun'],
    blocking: [],
  });
  expect((await studio.ask(LEA, 'connections.remove', { connectionId })).code).toBe('account-holds-bookings');
  expect(await studio.names(LEA)).toEqual(['lea']);
  const told = await studio.ask(LEA, 'connections.remove', { connectionId, anyway: true });
  expect(told.value).toMatchObject({ removed: connectionId });
});

test('P8 P9: an artist signs in at Microsoft, with the address that they typed handed over', async () => {
  await using authority = await startAuthority({ provider: 'microsoft' });
  await using studio = await open(authority.settings);
  const { server, ask, cookies } = studio;
  const gateway = bearerGateway(authority);
  Object.assign(server.context.gateways, { of: async () => gateway });
  authority.addPerson({ id: 'lea-id', mail: LEA, tenant: 'tenant-1' });
  const wish = { kind: 'microsoft', hint: LEA, origin: server.origin };
  const { page } = (await ask<{ page: string }>(LEA, 'signIns.begin', wish)).value;
  expect(new URL(page).searchParams.get('login_hint')).toBe(LEA);
  const back = await authority.answer(page, LEA);
  const comeBack = async (who: string) => {
    const cookie = cookies.get(who) ?? '';
    const answer = await fetch(back, { headers: { cookie }, redirect: 'manual' });
    return new URL(answer.headers.get('location') ?? '', server.origin).searchParams.get('signIn');
  };
  // Whoever else opens the address that Microsoft sends back has nothing of it.
  expect(await comeBack(MAX)).toBe('unknown');
  const signInId = await comeBack(LEA);
  expect((await ask(MAX, 'signIns.see', { id: signInId })).code).toBe('sign-in-unknown');
  await ask(LEA, 'signIns.connect', { signInId, select: 'all' });
  expect((await ask(OWNER, 'connections.list')).value).toMatchObject([
    { kind: 'microsoft', ownerName: LEA, username: LEA },
  ]);
});
