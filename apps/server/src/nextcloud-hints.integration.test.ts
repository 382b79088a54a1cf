import { eventFile } from '@atelier/testkit/event-builder';
import { type Sandbox, startSandbox } from '@atelier/testkit/sandbox/sandbox';
import { OPERATOR } from '@atelier/usecases/actor';
import { setCalendar } from '@atelier/usecases/calendars/set-calendar';
import { connectAccount } from '@atelier/usecases/connections/connect-account';
import { removeConnection } from '@atelier/usecases/connections/remove-connection';
import { setStudio } from '@atelier/usecases/studio/set-studio';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectOk } from './testing/bookable.ts';
import { HOUR, hintsOf, soon, sourceOf } from './testing/hints.ts';
import { openTestServer, type TestServer } from './testing/server.ts';

const stack = new AsyncDisposableStack();
let server: TestServer;
let nextcloud: Sandbox;
let users = 0;

beforeAll(async () => {
  server = stack.use(await openTestServer({ ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1' }));
  nextcloud = stack.use(await startSandbox({ layout: 'nextcloud', webhooks: true }));
  await server.addUser('ann@studio.test', 'ADMIN');
  expectOk(await setStudio(server.context, OPERATOR, { name: 'Nord', zone: 'UTC', url: server.origin }));
});
afterAll(() => stack[Symbol.asyncDispose]());

const app = () => {
  if (!nextcloud.webhooks) throw new Error('the sandbox has no webhooks');
  return nextcloud.webhooks;
};
beforeEach(() => {
  app().habits = {};
  Object.assign(app(), { namespace: 'OCP\\Calendar\\Events', trash: true, installed: true });
});

/** The account of an admin, with two calendars of which the second is paused. */
async function account({ admin = true } = {}) {
  users += 1;
  const user = `user${users}`;
  nextcloud.addUser(user, 'secret');
  for (const uri of [`${user}-work`, `${user}-home`]) nextcloud.addCalendar(user, { uri, name: uri });
  if (admin) app().admins.add(user);
  const { context } = server;
  const typed = { kind: 'nextcloud', url: nextcloud.origin, username: user, password: 'secret' } as const;
  const { connectionId, calendars } = expectOk(
    await connectAccount(context, OPERATOR, { ...typed, select: 'all' }),
  );
  const idOf = (name: string) => calendars.find(({ href }) => href.includes(`/${user}-${name}/`))?.id ?? '';
  const [work, home] = [idOf('work'), idOf('home')];
  await context.engine.runNow([work, home], { full: false });
  expectOk(await setCalendar(context, OPERATOR, { id: home, enabled: false }));
  return {
    user,
    connectionId,
    home,
    ...hintsOf(context, connectionId),
    hooks: () => [...app().hooks.values()].filter(({ userId }) => userId === user),
    put: (uri: string, uid = 'koi') =>
      nextcloud.put(
        user,
        `${user}-${uri}`,
        `${uid}.ics`,
        eventFile({
          uid,
          start: Temporal.Instant.from('2026-07-04T10:00:00Z'),
          duration: 'PT1H',
          summary: uid,
        }),
      ),
    erase: (uri: string, uid = 'koi') => nextcloud.remove(user, `${user}-${uri}`, `${uid}.ics`),
    source: (id = work) => sourceOf(context, id),
    settle: () =>
      context.database.query('UPDATE source SET hinted_at = NULL, next_sync_at = $1 WHERE enabled', [
        new Date(Date.now() + HOUR),
      ]),
  };
}

test('P7: an admin’s Nextcloud is asked to tell of events of these calendars, by a secret of its own, and of nothing else', async () => {
  const one = await account();
  await one.tend();
  expect(await one.seen()).toMatchObject({ state: 'told', means: 'webhook', channels: 1, until: null });
  const hooks = one.hooks();
  expect(hooks.map(({ event }) => event.replace(/.*CalendarObject(.*)Event/, '$1')).toSorted()).toEqual(
    ['Created', 'Updated', 'Deleted', 'MovedToTrash', 'Restored', 'Moved'].toSorted(),
  );
  expect(new Set(hooks.map(({ uri, authMethod }) => `${authMethod} ${new URL(uri).pathname}`)).size).toBe(1);
  expect(hooks[0]?.authData['Authorization']).toMatch(/^Bearer [\w-]{43}$/);
  expect(JSON.stringify(hooks.map(({ eventFilter }) => eventFilter))).not.toContain(`${one.user}-home`);
});

test('P7: what is added, changed and thrown away is told; what happens in other calendars is not even sent', async () => {
  const one = await account();
  await one.tend();
  await one.settle();
  const before = app().answers.length;
  one.put('home');
  nextcloud.addCalendar(one.user, { uri: 'of-somebody-else' });
  nextcloud.put(
    one.user,
    'of-somebody-else',
    'x.ics',
    eventFile({
      uid: 'x',
      start: Temporal.Instant.from('2026-07-04T10:00:00Z'),
      duration: 'PT1H',
      summary: 'x',
    }),
  );
  await app().settled();
  expect(app().answers.length).toBe(before);
  expect(await one.source()).toEqual({ hinted: null, due: false });
  for (const act of [() => one.put('work'), () => one.put('work'), () => one.erase('work')]) {
    await one.settle();
    act();
    await app().settled();
    expect(app().answers.at(-1)).toBe(204);
    await soon(() => one.source()).toMatchObject({ hinted: expect.any(Date), due: true });
  }
  expect(app().answers.length).toBe(before + 3);
});

test('P7: a calendar that is taken up later is told of as well, without being arranged anew', async () => {
  const one = await account();
  await one.tend();
  const before = one.hooks().map(({ id }) => id);
  expectOk(await setCalendar(server.context, OPERATOR, { id: one.home, enabled: true }));
  await one.tend();
  expect(one.hooks().map(({ id }) => id)).toEqual(before);
  await one.settle();
  one.put('home');
  await app().settled();
  await soon(() => one.source(one.home)).toMatchObject({ hinted: expect.any(Date) });
});

test('P7: hints of several calendars within a second are all acted on', async () => {
  const one = await account();
  expectOk(await setCalendar(server.context, OPERATOR, { id: one.home, enabled: true }));
  await one.tend();
  await one.settle();
  for (const uri of ['work', 'work', 'home', 'work']) {
    one.put(uri);
    await app().settled();
  }
  await soon(() => one.source(one.home)).toMatchObject({ hinted: expect.any(Date) });
  expect((await one.source())?.hinted).toBeInstanceOf(Date);
});

test('P7: an older Nextcloud has its events elsewhere', async () => {
  app().namespace = 'OCA\\DAV\\Events';
  const one = await account();
  await one.tend();
  expect(one.hooks()).toHaveLength(6);
  app().trash = false;
  one.put('work');
  one.erase('work');
  await app().settled();
  expect(app().answers.slice(-2)).toEqual([204, 204]);
});

test.for([
  ['is no admin’s', { admin: false }, true, 'forbidden'],
  ['has no such app', { admin: true }, false, 'not-found'],
] as const)('P7: an account that %s is asked by the clock', async ([, whose, installed, kind]) => {
  app().installed = installed;
  const one = await account(whose);
  await one.tend();
  expect(one.hooks()).toEqual([]);
  expect(await one.seen()).toMatchObject({ state: 'refused', failure: { kind } });
});

test('P7: what an admin has removed there is arranged anew within a day', async () => {
  const one = await account();
  await one.tend();
  const [gone] = one.hooks();
  (app().hooks as Map<number, unknown>).delete(gone?.id ?? 0);
  await one.tend(25 * HOUR);
  await one.tend(25 * HOUR);
  expect(await one.seen()).toMatchObject({ state: 'told' });
  expect(one.hooks().map(({ uri }) => uri)).not.toContain(gone?.uri);
  expect(new Set(one.hooks().map(({ event }) => event)).size).toBe(6);
});

test('P7: who does not know the secret is nobody, whatever he says', async () => {
  const one = await account();
  await one.tend();
  await one.settle();
  const [hook] = one.hooks();
  const tell = async (authorization: string, method = 'POST') =>
    (
      await fetch(hook?.uri ?? '', {
        method,
        headers: { authorization },
        ...(method === 'POST' && { body: '{}' }),
      })
    ).status;
  const secret = hook?.authData['Authorization'] ?? '';
  for (const said of ['', 'Bearer', `${secret}x`, secret.slice(0, -1), secret.replace('Bearer', 'Basic')])
    expect([said, await tell(said)]).toEqual([said, 404]);
  expect(await tell(secret, 'PUT')).toBe(404);
  expect(await one.source()).toEqual({ hinted: null, due: false });
  expect(await tell(secret)).toBe(204);
});

test('P7: webhooks are given back with the account', async () => {
  const one = await account();
  await one.tend();
  expectOk(await removeConnection(server.context, OPERATOR, { connectionId: one.connectionId }));
  expect(one.hooks()).toEqual([]);
});
