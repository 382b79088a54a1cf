import { oneTimeCode } from '@atelier/testkit/one-time-code';
import { expect, test } from 'vitest';
import { openTestServer, PASSWORD, postJson, type TestServer, watch } from './testing/server.ts';

const LEA = 'lea@studio.test';
const OFF = { ATELIER_RATE_LIMITS: 'off' };

interface Begun {
  readonly uri: string;
  readonly recoveryCodes: readonly string[];
}

const valueOf = async <T>(answer: Response): Promise<T> => {
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { result: { data: { json: T } } }).result.data.json;
};
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .filter((line) => !/Max-Age=0/.test(line))
    .map((line) => line.split(';')[0])
    .join('; ');
interface Factor extends Begun {
  /** Of whoever turned it on. */
  readonly cookie: string;
  /** The code by which it was turned on, and the next one, which counts already. */
  readonly used: string;
  readonly next: string;
}

/** Somebody with a second factor, and the cookie by which they turned it on; its first code is used up. */
async function withFactor(server: TestServer, email = LEA): Promise<Factor> {
  const cookie = await server.signIn(email);
  const begun = await valueOf<Begun>(await server.call('waysIn.beginFactor', cookie, { password: PASSWORD }));
  const now = Date.now();
  const [used = '', next = ''] = [now, now + 30_000].map((at) => oneTimeCode(begun.uri, new Date(at)));
  await valueOf(await server.call('waysIn.confirmFactor', cookie, { code: used }));
  return { ...begun, cookie, used, next };
}

function passwordOf(server: TestServer, email = LEA, cookie = ''): Promise<Response> {
  const { origin } = server;
  return postJson(`${origin}/api/auth/sign-in/email`, { email, password: PASSWORD }, { origin, cookie });
}

function secondStep(server: TestServer, cookie: string, code: string, more: object = {}): Promise<Response> {
  const { origin } = server;
  const body = { kind: 'app', code, trust: false, ...more };
  return postJson(`${origin}/api/auth/second-step`, body, { origin, cookie });
}

const statusOf = async (server: TestServer, cookie: string) =>
  (await server.call('people.me', cookie)).status;

test('B10 after the password alone nobody is in; after the code they are, and the session before stays', async () => {
  await using server = await openTestServer(OFF);
  await server.addUser(LEA, 'ARTIST');
  const factor = await withFactor(server);
  const entered = await passwordOf(server);
  expect(await entered.clone().json()).toMatchObject({ twoFactorRedirect: true });
  const halfWay = cookiesOf(entered);
  expect(await statusOf(server, halfWay)).toBe(401);
  await using stranger = await watch(server, halfWay);
  await stranger.until('error UNAUTHORIZED');
  expect((await secondStep(server, halfWay, '000000')).status).toBe(422);
  const done = await secondStep(server, halfWay, factor.next);
  expect([done.status, await done.clone().json()]).toEqual([200, { signedIn: true }]);
  expect(await statusOf(server, cookiesOf(done))).toBe(200);
  expect(await statusOf(server, factor.cookie)).toBe(200);
  expect((await secondStep(server, halfWay, factor.next)).status).toBe(401);
});

test('B10 a code opens once, also for two who send it at the same moment', async () => {
  await using server = await openTestServer(OFF);
  await server.addUser(LEA, 'ARTIST');
  const factor = await withFactor(server);
  const doors = [cookiesOf(await passwordOf(server)), cookiesOf(await passwordOf(server))];
  const answers = await Promise.all(doors.map((cookie) => secondStep(server, cookie, factor.next)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  for (const code of [factor.used, factor.next])
    expect((await secondStep(server, cookiesOf(await passwordOf(server)), code)).status).toBe(422);
  const sessions = await valueOf<unknown[]>(await server.call('sessions.list', factor.cookie));
  expect(sessions).toHaveLength(2);
});

test('B10 guesses end: five at one password, ten in a row for the account, whatever they come with', async () => {
  await using server = await openTestServer(OFF);
  await server.addUser(LEA, 'ARTIST');
  const factor = await withFactor(server);
  const guess = async (cookie: string, more?: object) =>
    (await secondStep(server, cookie, '000000', more)).status;
  const first = cookiesOf(await passwordOf(server));
  for (let n = 0; n < 5; n += 1) expect(await guess(first)).toBe(422);
  expect((await secondStep(server, first, factor.next)).status).toBe(401);
  const second = cookiesOf(await passwordOf(server));
  for (let n = 0; n < 5; n += 1) expect(await guess(second, { kind: 'recovery' })).toBe(422);
  const third = cookiesOf(await passwordOf(server));
  expect((await secondStep(server, third, factor.next)).status).toBe(429);
  const recovery = { kind: 'recovery', code: factor.recoveryCodes[0] };
  expect((await secondStep(server, third, '', recovery)).status).toBe(429);
});

test('B10 a recovery code opens once, as it is typed from paper; new ones end those before', async () => {
  await using server = await openTestServer(OFF);
  await server.addUser(LEA, 'ARTIST');
  const factor = await withFactor(server);
  const [first = '', second = ''] = factor.recoveryCodes;
  const use = async (code: string) =>
    (await secondStep(server, cookiesOf(await passwordOf(server)), code, { kind: 'recovery' })).status;
  expect(await use(first.toUpperCase().replace('-', ' '))).toBe(200);
  expect(await use(first)).toBe(422);
  const wrong = await server.call('waysIn.renewCodes', factor.cookie, { password: 'not the password' });
  expect(wrong.status).toBe(400);
  const renewed = await server.call('waysIn.renewCodes', factor.cookie, { password: PASSWORD });
  const { recoveryCodes } = await valueOf<Begun>(renewed);
  expect(await use(second)).toBe(422);
  expect(await use(recoveryCodes[0] ?? '')).toBe(200);
});

test('B10 a browser that is trusted is asked for no code, until everything is ended; a mark of somebody else is none', async () => {
  await using server = await openTestServer(OFF);
  await server.addUser(LEA, 'ARTIST');
  await server.addUser('max@studio.test', 'ARTIST');
  const [lea, max] = [await withFactor(server), await withFactor(server, 'max@studio.test')];
  const trust = async (email: string, code: string) =>
    cookiesOf(await secondStep(server, cookiesOf(await passwordOf(server, email)), code, { trust: true }));
  const trusted = await trust(LEA, lea.next);
  const others = await trust('max@studio.test', max.next);
  const halfWay = async (cookie: string) =>
    'twoFactorRedirect' in ((await (await passwordOf(server, LEA, cookie)).json()) as object);
  expect(await halfWay(others)).toBe(true);
  const again = await passwordOf(server, LEA, trusted);
  expect(await again.clone().json()).not.toHaveProperty('twoFactorRedirect');
  await server.call('sessions.endOthers', lea.cookie, null);
  expect(await halfWay(cookiesOf(again))).toBe(true);
});

test('B10 a second factor is asked for only when its first code was right, and goes only with the password', async () => {
  await using server = await openTestServer(OFF);
  await server.addUser(LEA, 'ARTIST');
  const cookie = await server.signIn(LEA);
  const begin = (password: string) => server.call('waysIn.beginFactor', cookie, { password });
  expect((await begin('not the password')).status).toBe(400);
  const begun = await valueOf<Begun>(await begin(PASSWORD));
  expect((await server.call('waysIn.confirmFactor', cookie, { code: '000000' })).status).toBe(400);
  expect(await (await passwordOf(server)).json()).not.toHaveProperty('twoFactorRedirect');
  await valueOf(
    await server.call('waysIn.confirmFactor', cookie, { code: oneTimeCode(begun.uri, new Date()) }),
  );
  expect((await begin(PASSWORD)).status).toBe(409);
  const off = (password: string) => server.call('waysIn.turnFactorOff', cookie, { password });
  expect((await off('not the password')).status).toBe(400);
  expect(await (await passwordOf(server)).json()).toHaveProperty('twoFactorRedirect');
  await valueOf(await off(PASSWORD));
  expect(await statusOf(server, cookiesOf(await passwordOf(server)))).toBe(200);
});

test('B10 an admin takes it off for somebody who lost it: signed out everywhere, told by mail; nobody else may', async () => {
  await using server = await openTestServer(OFF);
  const id = await server.addUser(LEA, 'ARTIST');
  await server.addUser('max@studio.test', 'STAFF');
  await server.addUser('ann@studio.test', 'ADMIN');
  const factor = await withFactor(server);
  const take = async (who: string) =>
    (await server.call('people.takeFactorOff', await server.signIn(who), { id })).status;
  expect(await take('max@studio.test')).toBe(403);
  expect(await statusOf(server, factor.cookie)).toBe(200);
  expect(await take('ann@studio.test')).toBe(200);
  expect(await take('ann@studio.test')).toBe(409);
  expect(await statusOf(server, factor.cookie)).toBe(401);
  expect(await statusOf(server, cookiesOf(await passwordOf(server)))).toBe(200);
  const mails = await server.context.database.query<{ recipient: string; body: string }>(
    "SELECT recipient, body FROM mail WHERE once LIKE 'factor-off:%'",
  );
  expect(mails).toMatchObject([{ recipient: LEA, body: expect.stringContaining('ann@studio.test') }]);
});

test('B10 whoever is switched off between password and code stays out', async () => {
  await using server = await openTestServer(OFF);
  const id = await server.addUser(LEA, 'ARTIST');
  await server.addUser('ann@studio.test', 'ADMIN');
  const factor = await withFactor(server);
  const halfWay = cookiesOf(await passwordOf(server));
  await server.call('people.disable', await server.signIn('ann@studio.test'), { id });
  expect((await secondStep(server, halfWay, factor.next)).status).toBe(401);
  expect((await passwordOf(server)).status).toBe(401);
});
