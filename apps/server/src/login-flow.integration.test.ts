import { startSandbox } from '@atelier/testkit/sandbox/sandbox';
import { expect, it } from 'vitest';
import { openTestServer } from './testing/server.ts';

interface Answer {
  readonly value: { readonly is: string; readonly connectionId: string } & Record<string, unknown>;
  readonly code: string | undefined;
}

async function open() {
  await using stack = new AsyncDisposableStack();
  const nextcloud = stack.use(await startSandbox({ layout: 'nextcloud' }));
  for (const name of ['ann', 'bob']) {
    nextcloud.addUser(name, `password of ${name}`);
    nextcloud.addCalendar(name, { uri: 'work', name: `Work of ${name}` });
  }
  const server = stack.use(
    await openTestServer({ ATELIER_RATE_LIMITS: 'off', ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1' }),
  );
  await server.addUser('owner@studio.test', 'ADMIN');
  const cookie = await server.signIn('owner@studio.test');
  const heard: string[] = [];
  const ask = async (path: string, input: object, as = cookie): Promise<Answer> => {
    const get = `${path}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;
    const reading = path === 'loginFlow.look';
    const answer = await (reading ? server.call(get, as) : server.call(path, as, input));
    const text = await answer.text();
    heard.push(text);
    const { result, error } = JSON.parse(text);
    return { value: result?.data.json, code: error?.json.data.refusal?.code };
  };
  const { login } = nextcloud;
  if (!login) throw new Error('this layout should have sign-in pages');
  const { prisma } = server.context.database;
  const begin = async (of: object = { url: nextcloud.origin }) => {
    const { value } = await ask('loginFlow.begin', of);
    return { loginId: String(value['id']), page: String(value['page']) };
  };
  /** As if so long had passed since the Nextcloud was asked last. */
  const look = async (loginId: string, as = cookie) => {
    await prisma.loginFlow.updateMany({ data: { askedAt: null } });
    return ask('loginFlow.look', { loginId }, as);
  };
  const owned = stack.move();
  return {
    nextcloud,
    login,
    server,
    prisma,
    heard,
    ask,
    begin,
    look,
    async connect(user: string) {
      const { loginId, page } = await begin();
      login.grant(page, user);
      await look(loginId);
      return (await ask('loginFlow.connect', { loginId, select: 'all' })).value.connectionId;
    },
    passwords: async () => {
      const rows = await prisma.accountCredential.findMany();
      return rows.map(({ id, secret }) => server.context.secrets.open(secret, id));
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

it('P9: not yet, then granted: the calendars are offered, and the app password is kept and never told', async () => {
  await using one = await open();
  const { loginId, page } = await one.begin({ url: `${one.nextcloud.origin}/index.php/apps/calendar/` });
  expect(page).toMatch(`${one.nextcloud.origin}/login/v2/flow/`);
  expect((await one.look(loginId)).value).toEqual({ is: 'waiting' });
  // However often a page asks, the Nextcloud is asked at a pace.
  expect((await one.ask('loginFlow.look', { loginId })).value).toEqual({ is: 'waiting' });
  expect(one.login.asked).toHaveLength(1);
  one.login.grant(page, 'ann');
  // The Nextcloud has told it and the calendars cannot be listed: it is not lost.
  const mend = one.nextcloud.faults.add({
    match: ({ method }) => method === 'PROPFIND',
    effect: { kind: 'status', status: 503 },
    occurs: 'always',
  });
  expect((await one.look(loginId)).code).toBe('provider-failed');
  mend();
  const found = { is: 'found', calendars: [{ name: 'Work of ann' }] };
  expect((await one.look(loginId)).value).toMatchObject(found);
  expect(one.login.asked).toHaveLength(2);
  const held = await one.prisma.loginFlow.findMany();

  const connected = await one.ask('loginFlow.connect', { loginId, select: 'all' });
  expect(connected.value).toMatchObject({ renewed: false, calendars: [{ selected: true }] });
  const [password = ''] = await one.passwords();
  expect(password).toMatch(/^app-/);
  expect(JSON.stringify([held, one.heard])).not.toMatch(/app-|token-/);
  expect((await one.ask('loginFlow.connect', { loginId, select: 'all' })).code).toBe('sign-in-unknown');

  const { connectionId } = connected.value;
  expect((await one.ask('connections.remove', { connectionId })).value).toMatchObject({
    rights: 'given-back',
  });
  expect(await one.prisma.accountCredential.count()).toBe(0);
});

it('P8: an app password that was typed is left alone at the Nextcloud when its account is removed', async () => {
  await using one = await open();
  const typed = {
    kind: 'nextcloud',
    url: one.nextcloud.origin,
    username: 'ann',
    password: 'password of ann',
  };
  const { connectionId } = (await one.ask('connections.connect', { ...typed, select: 'all' })).value;
  expect((await one.ask('connections.remove', { connectionId })).value).toMatchObject({ rights: null });
});

it('P8: whoever cancels after agreeing leaves no app password behind, and nobody else sees a sign-in', async () => {
  await using one = await open();
  await one.server.addUser('other@studio.test', 'ADMIN');
  const other = await one.server.signIn('other@studio.test');
  const { loginId, page } = await one.begin();
  expect((await one.look(loginId, other)).code).toBe('sign-in-unknown');
  one.login.grant(page, 'ann');
  expect((await one.look(loginId)).value.is).toBe('found');
  expect(one.login.issued('ann')).toBe(1);
  expect((await one.ask('loginFlow.cancel', { loginId }, other)).value).toEqual({ cancelled: false });
  expect((await one.ask('loginFlow.cancel', { loginId })).value).toEqual({ cancelled: true });
  expect(one.login.issued('ann')).toBe(0);
  expect((await one.look(loginId)).code).toBe('sign-in-unknown');
});

it('P9: a page that nobody agreed on ends after 20 minutes, and is not asked for any more', async () => {
  await using one = await open();
  const { loginId } = await one.begin();
  await one.prisma.loginFlow.updateMany({ data: { createdAt: new Date(Date.now() - 21 * 60_000) } });
  expect((await one.look(loginId)).code).toBe('login-ended');
  expect((await one.look(loginId)).code).toBe('sign-in-unknown');
  expect(one.login.asked).toEqual([]);
});

it('P1: a Nextcloud that names a page, or a place to ask, elsewhere is refused; so is what is no Nextcloud', async () => {
  await using one = await open();
  const { origin } = one.nextcloud;
  const elsewhere = 'http://127.0.0.1:9';
  for (const names of [
    { login: elsewhere },
    { endpoint: elsewhere },
    { login: origin.replace('http:', 'https:') },
  ]) {
    one.login.elsewhere = names;
    expect((await one.ask('loginFlow.begin', { url: origin })).code).toBe('provider-failed');
    expect(one.heard.at(-1)).toContain('cross-origin-redirect');
  }
  await using plain = await startSandbox();
  expect((await one.ask('loginFlow.begin', { url: plain.origin })).code).toBe('provider-failed');
  expect(await one.prisma.loginFlow.count()).toBe(0);
});

it('P9: a Nextcloud that fails once while it is asked is said to, and can be asked again', async () => {
  await using one = await open();
  const { loginId, page } = await one.begin();
  one.login.faults.push(503);
  expect((await one.look(loginId)).code).toBe('provider-failed');
  one.login.grant(page, 'ann');
  expect((await one.look(loginId)).value.is).toBe('found');
});

it('P2: an account goes on with the same ids after signing in again; another account is refused and forgotten', async () => {
  await using one = await open();
  const connectionId = await one.connect('ann');
  const calendars = await one.prisma.calendar.findMany({ select: { id: true } });
  const [before] = await one.passwords();
  const wrong = await one.begin({ connectionId });
  one.login.grant(wrong.page, 'bob');
  expect((await one.look(wrong.loginId)).code).toBe('sign-in-other-account');
  expect(one.login.issued('bob')).toBe(0);
  expect(await one.passwords()).toEqual([before]);

  const again = await one.begin({ connectionId });
  one.login.grant(again.page, 'ann');
  expect((await one.look(again.loginId)).value.is).toBe('renewed');
  // An answer that got lost is given once more, and cancelling takes nothing back that is in use.
  expect((await one.look(again.loginId)).value.is).toBe('renewed');
  await one.ask('loginFlow.cancel', { loginId: again.loginId });
  const [after] = await one.passwords();
  expect(after).not.toBe(before);
  expect(await one.prisma.calendar.findMany({ select: { id: true } })).toEqual(calendars);
  expect((await one.ask('connections.remove', { connectionId })).value).toMatchObject({
    rights: 'given-back',
  });
});
