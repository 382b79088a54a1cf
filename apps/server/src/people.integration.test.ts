import { OPERATOR } from '@atelier/usecases/actor';
import { addArtist } from '@atelier/usecases/booking/settings/add-artist';
import { addCalendar } from '@atelier/usecases/calendars/add-calendar';
import { expect, test } from 'vitest';
import { expectOk } from './testing/bookable.ts';
import { openTestServer, PASSWORD, postJson, type TestServer, watch } from './testing/server.ts';

type Value = ReturnType<typeof JSON.parse>;

const NEXT = 'another long password';

async function openStudio(settings: Record<string, string> = {}) {
  const server = await openTestServer({ ATELIER_RATE_LIMITS: 'off', ...settings });
  const ann = await server.addUser('ann@studio.test', 'ADMIN');
  const lea = await server.addUser('lea@studio.test', 'ARTIST');
  const admin = await server.signIn('ann@studio.test');
  const ask = async (path: string, cookie: string | null, input?: object) => {
    const answer = await server.call(path, cookie, input);
    const body = (await answer.json()) as { result?: { data: { json: Value } }; error?: { json: Value } };
    return { status: answer.status, value: body.result?.data.json, refusal: body.error?.json.data.refusal };
  };
  const see = async (token: string) => {
    const input = encodeURIComponent(JSON.stringify({ json: { token } }));
    return fetch(`${server.origin}/trpc/people.link?input=${input}`);
  };
  return { server, ann, lea, admin, ask, see, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const enters = async ({ origin }: TestServer, email: string, password: string) =>
  (await postJson(`${origin}/api/auth/sign-in/email`, { email, password }, { origin })).status;

const tokenOf = (url: string) => new URL(url).pathname.replace('/join/', '');

test.each([
  ['people.setRole', { role: 'STAFF' }],
  ['people.resetPassword', {}],
  ['people.disable', {}],
  ['people.remove', { to: null }],
])('I8 %s: whoever it is done to is out at once, on every screen', async (path, more) => {
  await using studio = await openStudio();
  const { server, lea, admin, ask } = studio;
  const [here, there] = [await server.signIn('lea@studio.test'), await server.signIn('lea@studio.test')];
  await using page = await watch(server, here);
  await page.until('hello');
  expect((await ask(path, admin, { id: lea, ...more })).status).toBe(200);
  expect(await page.closed).toBe(4401);
  for (const cookie of [here, there]) expect((await ask('people.me', cookie)).status).toBe(401);
  expect((await ask('people.me', admin)).status).toBe(200);
  expect(await enters(server, 'lea@studio.test', PASSWORD)).toBe(path === 'people.setRole' ? 200 : 401);
});

test('I8 somebody switched off comes back as before, and not sooner', async () => {
  await using studio = await openStudio();
  const { server, lea, admin, ask } = studio;
  await ask('people.disable', admin, { id: lea });
  expect(await enters(server, 'lea@studio.test', PASSWORD)).toBe(401);
  expect((await ask('people.resetPassword', admin, { id: lea })).refusal.code).toBe('person-disabled');
  await expect(
    server.context.database.query(
      `INSERT INTO session (id, token, user_id, expires_at) VALUES ('s', 't', $1, now() + interval '1 day')`,
      [lea],
    ),
  ).rejects.toThrow('signs in no more');
  await ask('people.enable', admin, { id: lea });
  expect(await enters(server, 'lea@studio.test', PASSWORD)).toBe(200);
});

test('I8 the last admin stays one, also when two take the right from each other at once', async () => {
  await using studio = await openStudio();
  const { server, ann, admin, ask } = studio;
  for (const [path, more] of [
    ['people.setRole', { role: 'STAFF' }],
    ['people.disable', {}],
    ['people.remove', { to: null }],
  ] as const)
    expect((await ask(path, admin, { id: ann, ...more })).refusal.code).toBe('last-admin');
  // An admin who has no password yet could set nothing right.
  await ask('people.invite', admin, { email: 'new@studio.test', name: 'New', role: 'ADMIN' });
  expect((await ask('people.disable', admin, { id: ann })).refusal.code).toBe('last-admin');

  const max = await server.addUser('max@studio.test', 'ADMIN');
  const other = await server.signIn('max@studio.test');
  expect((await ask('people.disable', admin, { id: ann })).refusal.code).toBe('not-yourself');
  const both = await Promise.all([
    ask('people.disable', admin, { id: max }),
    ask('people.disable', other, { id: ann }),
  ]);
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  const [row] = await server.context.database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM "user" WHERE role = 'ADMIN' AND disabled_at IS NULL AND email <> 'new@studio.test'`,
  );
  expect(row?.count).toBe(1);
});

test('I8 what somebody owns is handed over when they go, and never lost', async () => {
  await using studio = await openStudio();
  const { server, ann, lea, admin, ask } = studio;
  const { context } = server;
  const own = { name: 'Lea', owner: 'lea@studio.test', zone: 'Europe/Zurich', kind: 'personal' } as const;
  const { id: calendarId } = expectOk(await addCalendar(context, OPERATOR, own));
  const artist = { name: 'Lea', slug: 'lea', timeZone: 'Europe/Zurich', calendarId, userId: lea };
  expectOk(await addArtist(context, OPERATOR, artist));
  expect((await ask('people.remove', admin, { id: lea, to: null })).refusal.code).toBe('still-owns');
  for (const to of [lea, 'nobody'])
    expect((await ask('people.remove', admin, { id: lea, to })).refusal.code).toBe('no-heir');
  await expect(context.database.query('DELETE FROM "user" WHERE id = $1', [lea])).rejects.toThrow('calendar');
  expect((await ask('people.me', await server.signIn('lea@studio.test'))).status).toBe(200);
  const removed = await ask('people.remove', admin, { id: lea, to: ann });
  expect(removed.value.handedOver).toEqual({ calendars: 1, connections: 0, artists: ['Lea'] });
  const { value } = await ask('people.list', admin);
  expect(value).toMatchObject([{ id: ann, calendars: 1, artists: ['Lea'] }]);
});

test('B10 an invited person chooses a password by a link: once, and looking uses nothing up', async () => {
  await using studio = await openStudio();
  const { server, admin, ask, see } = studio;
  const invited = await ask('people.invite', admin, { email: 'Zoe@Studio.test', name: 'Zoe', role: 'STAFF' });
  expect(invited.value).toMatchObject({ mailed: false });
  const token = tokenOf(invited.value.url);
  expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(16);
  const kept = JSON.stringify(await server.context.database.query('SELECT * FROM person_link'));
  expect(kept).not.toContain(token);
  for (let n = 0; n < 3; n += 1) {
    const { result } = (await (await see(token)).json()) as Value;
    expect(result.data.json).toMatchObject({ kind: 'INVITE', name: 'Zoe', email: 'zoe@studio.test' });
  }
  expect((await ask('people.list', admin)).value.find((p: Value) => p.name === 'Zoe').state).toBe('invited');
  expect(await enters(server, 'zoe@studio.test', NEXT)).toBe(401);
  const choose = () => ask('people.acceptLink', null, { token, name: 'Zoë', password: NEXT, language: 'fr' });
  const both = await Promise.all([choose(), choose()]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 404]);
  expect((await see(token)).status).toBe(404);
  const cookie = await server.signIn('zoe@studio.test', NEXT);
  expect((await ask('people.me', cookie)).value).toMatchObject({ name: 'Zoë', role: 'STAFF' });
});

test('B10 a link runs out, dies with a newer one, and opens nothing for somebody who is switched off', async () => {
  await using studio = await openStudio();
  const { server, lea, admin, ask, see } = studio;
  const linkOf = async () => tokenOf((await ask('people.resetPassword', admin, { id: lea })).value.url);
  const [first, second] = [await linkOf(), await linkOf()];
  expect([(await see(first)).status, (await see(second)).status]).toEqual([404, 200]);
  await server.context.database.query("UPDATE person_link SET expires_at = '2020-01-01'");
  expect((await see(second)).status).toBe(404);
  const third = await linkOf();
  await ask('people.disable', admin, { id: lea });
  await ask('people.enable', admin, { id: lea });
  const wrong = await see('nonsense');
  const dead = await see(third);
  expect([dead.status, await dead.text()]).toEqual([wrong.status, await wrong.text()]);
});

test('B10 with a mail server the link goes to the person, sealed where it lies', async () => {
  await using studio = await openStudio({
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'studio@studio.test',
    ATELIER_URL: 'http://127.0.0.1',
  });
  const { server, admin, ask } = studio;
  const invite = { email: 'zoe@studio.test', name: 'Zoe', role: 'STAFF', language: 'fr' };
  const { value } = await ask('people.invite', admin, invite);
  expect(value.mailed).toBe(true);
  const mails = await server.context.database.query<{ recipient: string; body: string; links: string }>(
    'SELECT recipient, body, links FROM mail',
  );
  expect(mails).toMatchObject([{ recipient: 'zoe@studio.test' }]);
  expect(mails[0]?.body).toContain('Choisissez un mot de passe');
  expect(JSON.stringify(mails)).not.toContain(tokenOf(value.url));
});

test('I8 a changed password leaves this session and ends all others', async () => {
  await using studio = await openStudio();
  const { server, ask } = studio;
  const [here, there] = [await server.signIn('lea@studio.test'), await server.signIn('lea@studio.test')];
  const wrong = await ask('people.changePassword', here, { current: 'not this one', next: NEXT });
  expect(wrong.refusal.code).toBe('wrong-password');
  expect((await ask('people.me', there)).status).toBe(200);
  expect((await ask('people.changePassword', here, { current: PASSWORD, next: NEXT })).status).toBe(200);
  expect((await ask('people.me', here)).status).toBe(200);
  expect((await ask('people.me', there)).status).toBe(401);
  expect(await enters(server, 'lea@studio.test', PASSWORD)).toBe(401);
  expect(await enters(server, 'lea@studio.test', NEXT)).toBe(200);
});

test('B10 guesses of a present password are counted as those at the door', async () => {
  await using studio = await openStudio({ ATELIER_RATE_LIMITS: 'on' });
  const { server, ask } = studio;
  const cookie = await server.signIn('lea@studio.test');
  const guess = async () =>
    (await ask('people.changePassword', cookie, { current: 'not this one', next: NEXT })).status;
  const statuses: number[] = [];
  for (let n = 0; n < 6; n += 1) statuses.push(await guess());
  expect(statuses).toEqual([400, 400, 400, 400, 400, 429]);
});

test('I8 a password that is taken away while it is being compared opens no session', async () => {
  await using studio = await openStudio();
  const { server } = studio;
  const { database } = server.context;
  await database.query(`CREATE FUNCTION reset_meanwhile() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN UPDATE credential SET password = 'another' WHERE user_id = NEW.user_id; RETURN NEW; END $$`);
  await database.query(
    'CREATE TRIGGER reset_meanwhile BEFORE INSERT ON session FOR EACH ROW EXECUTE FUNCTION reset_meanwhile()',
  );
  const { origin } = server;
  const entering = { email: 'lea@studio.test', password: PASSWORD };
  const answer = await postJson(`${origin}/api/auth/sign-in/email`, entering, { origin });
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([401, []]);
  const left = 'SELECT 1 FROM session s JOIN "user" u ON u.id = s.user_id WHERE u.email = $1';
  expect(await database.query(left, ['lea@studio.test'])).toEqual([]);
});

test('I8 other admins’ open pages hear of people at once; nobody else does', async () => {
  await using studio = await openStudio();
  const { server, lea, admin, ask } = studio;
  await using page = await watch(server, admin);
  await using other = await watch(server, await server.signIn('lea@studio.test'));
  await page.until('hello');
  await other.until('hello');
  const id = (await ask('people.invite', admin, { email: 'z@studio.test', name: 'Z', role: 'STAFF' })).value
    .id;
  await ask('people.setRole', admin, { id, role: 'ARTIST' });
  await ask('people.disable', admin, { id });
  await ask('people.enable', admin, { id });
  await ask('people.remove', admin, { id, to: null });
  await page.until('people', 5);
  expect(other.heard.map(({ event }) => event.type)).toEqual(['hello']);
  expect(lea).not.toBe(id);
});

test.each([
  ['people.invite', { email: 'x@y.test', name: 'X', role: 'ADMIN' }],
  ['people.setRole', { id: 'ann', role: 'STAFF' }],
  ['people.resetPassword', { id: 'ann' }],
  ['people.disable', { id: 'ann' }],
  ['people.enable', { id: 'ann' }],
  ['people.remove', { id: 'ann', to: null }],
])('I8 %s is for admins', async (path, input) => {
  await using studio = await openStudio();
  const { server, ask } = studio;
  await server.addUser('max@studio.test', 'STAFF');
  for (const email of ['lea@studio.test', 'max@studio.test'])
    expect((await ask(path, await server.signIn(email), input)).status).toBe(403);
  expect((await ask(path, null, input)).status).toBe(401);
});
