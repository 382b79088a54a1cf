import { randomBytes, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { hintCalendars } from '@atelier/database/hints/channel-store';
import { createSecretBox } from '@atelier/runtime/secret-box';
import { eventFile } from '@atelier/testkit/event-builder';
import { sendPush } from '@atelier/testkit/sandbox/push/dav-push';
import { type Sandbox, startSandbox } from '@atelier/testkit/sandbox/sandbox';
import { seededRandom } from '@atelier/testkit/seeded-random';
import { OPERATOR } from '@atelier/usecases/actor';
import { connectAccount } from '@atelier/usecases/connections/connect-account';
import { removeConnection } from '@atelier/usecases/connections/remove-connection';
import { rotateSecrets } from '@atelier/usecases/connections/rotate-secrets';
import { openKeys } from '@atelier/usecases/hints/channel-keys';
import { hookBase } from '@atelier/usecases/hints/hook-base';
import { setHints } from '@atelier/usecases/hints/see-hints';
import { tendChannels } from '@atelier/usecases/hints/tend-channels';
import { setStudio } from '@atelier/usecases/studio/set-studio';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectOk } from './testing/bookable.ts';
import { HOUR, hintsOf, soon, sourceOf } from './testing/hints.ts';
import { openTestServer, type TestServer } from './testing/server.ts';

let server: TestServer;
let sandbox: Sandbox;
let users = 0;

beforeAll(async () => {
  server = await openTestServer({ ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1' });
  sandbox = await startSandbox({ push: true });
  await server.addUser('ann@studio.test', 'ADMIN');
  expectOk(await setStudio(server.context, OPERATOR, { name: 'Nord', zone: 'UTC', url: server.origin }));
});
afterAll(async () => {
  await sandbox[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});
beforeEach(() => {
  push().habits = {};
});

const push = () => {
  if (!sandbox.push) throw new Error('the sandbox tells nobody');
  return sandbox.push;
};
const event = (uid: string) =>
  eventFile({ uid, start: Temporal.Instant.from('2026-07-04T10:00:00Z'), duration: 'PT1H', summary: uid });

/** An account of its own with one calendar, kept in step. */
async function account() {
  users += 1;
  const user = `user${users}`;
  sandbox.addUser(user, 'secret');
  sandbox.addCalendar(user, { uri: 'cal', name: user });
  const typed = { kind: 'caldav', url: sandbox.origin, username: user, password: 'secret' } as const;
  const connected = expectOk(await connectAccount(server.context, OPERATOR, { ...typed, select: 'all' }));
  const { connectionId } = connected;
  const calendarId = connected.calendars[0]?.id ?? '';
  await server.context.engine.runNow([calendarId], { full: false });
  return {
    user,
    connectionId,
    calendarId,
    ...hintsOf(server.context, connectionId),
    subscription: () => [...push().subscriptions.values()].find(({ calendar }) => calendar === `${user}/cal`),
    put: (uid: string) => sandbox.put(user, 'cal', `${uid}.ics`, event(uid)),
    source: () => sourceOf(server.context, calendarId),
  };
}

const tell = (
  address: string,
  headers: Record<string, string> = {},
  body: string | Uint8Array<ArrayBuffer> = '',
) => fetch(address, { method: 'POST', headers, body });

/** Asks again where it was asked to come later: so many guesses are looked up a second, and a test before made them. */
async function notLater(ask: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const answer = await ask();
    if (answer.status !== 429) return answer;
  }
}

/** Tells it again, as a sender does who is asked to come later: an address younger than a second may be. */
const untilTaken = (one: { readonly put: (uid: string) => void }) =>
  soon(async () => {
    one.put(randomUUID());
    await push().settled();
    return push().answers.at(-1);
  }).toBe(201);

/** How often the server was asked to tell of changes. */
const asked = (user: string) =>
  sandbox.requests.filter((request) => request.method === 'POST' && request.user === user).length;

describe('WebDAV-Push', () => {
  test('P7: a change is told, brings the next run forward, and nothing else', async () => {
    const one = await account();
    expect(await one.seen()).toMatchObject({ state: 'asked', means: null });
    await one.tend();
    expect(await one.seen()).toMatchObject({ state: 'told', means: 'webdav-push', channels: 1 });
    expect(await one.source()).toEqual({ hinted: null, due: false });
    one.put('first');
    await push().settled();
    expect(push().answers.at(-1)).toBe(201);
    await soon(one.source).toMatchObject({ hinted: expect.any(Date), due: true });
    expect((await one.seen())?.lastHeard).toBeInstanceOf(Date);
  });

  test('P7: is renewed at half its life at the same address, which Nextcloud does not date readably', async () => {
    const one = await account();
    await one.tend();
    const [before, subscription] = [await one.channel(), one.subscription()];
    const life = (before?.expiresAt?.getTime() ?? 0) - Date.now();
    expect(Math.round(life / HOUR)).toBe(72);
    await one.tend(30 * HOUR);
    expect(asked(one.user)).toBe(1);
    await one.tend(37 * HOUR);
    expect(one.subscription()).toMatchObject({ id: subscription?.id, resource: subscription?.resource });
    expect(asked(one.user)).toBe(2);
  });

  test('P7: a date that can be read is kept to', async () => {
    const one = await account();
    const until = new Date(Date.now() + 10 * HOUR).toUTCString();
    push().habits = { expires: () => until };
    await one.tend();
    expect((await one.channel())?.expiresAt?.toUTCString()).toBe(until);
  });

  test('P7: is made anew, elsewhere and with other keys, when the server signs with another key', async () => {
    const one = await account();
    await one.tend();
    const before = one.subscription();
    push().rotate();
    one.put('unheard');
    await push().settled();
    expect(push().answers.at(-1)).toBe(404);
    await server.context.engine.runNow([one.calendarId], { full: false });
    await one.tend(37 * HOUR);
    await one.tend(38 * HOUR);
    const channel = await one.channel();
    expect(channel?.state).toBe('ACTIVE');
    expect([...push().subscriptions.values()].at(-1)?.resource).not.toBe(before?.resource);
    one.put('heard');
    await push().settled();
    expect(push().answers).toContain(201);
  });

  test('P7: a server that refuses is left alone for a day, and the clock does the work', async () => {
    const one = await account();
    push().habits = { refuses: true };
    await one.tend();
    expect(await one.seen()).toMatchObject({ state: 'refused', means: null, failure: { kind: 'forbidden' } });
    push().habits = {};
    await one.tend(HOUR);
    expect(await one.seen()).toMatchObject({ state: 'refused' });
    await one.tend(25 * HOUR);
    expect(await one.seen()).toMatchObject({ state: 'told' });
  });

  test('P7: a change that comes without a word makes it doubtful, and has it made anew; the next word makes it good', async () => {
    const one = await account();
    await one.tend();
    await server.context.engine.runNow([one.calendarId], { full: false });
    push().habits = { silent: true };
    one.put('silent');
    await server.context.engine.runNow([one.calendarId], { full: false });
    expect(await one.channel()).toMatchObject({ state: 'ACTIVE', missedAt: expect.any(Date) });
    await one.tend(HOUR / 60);
    expect(await one.channel()).toMatchObject({ state: 'ACTIVE' });
    const before = one.subscription();
    await one.tend(HOUR / 20);
    expect(await one.seen()).toMatchObject({ state: 'doubtful' });
    expect(one.subscription()?.resource).not.toBe(before?.resource);
    expect(push().subscriptions.has(before?.id ?? '')).toBe(false);
    push().habits = {};
    one.put('told');
    await push().settled();
    await soon(async () => (await one.seen())?.state).toBe('told');
  });

  test('P7: what a person wants while it is being arranged is not forgotten', async () => {
    const one = await account();
    push().habits = {
      expires: () => {
        void setHints(server.context, OPERATOR, { connectionId: one.connectionId, wanted: false });
        return 'soon';
      },
    };
    await one.tend();
    await soon(async () => (await one.seen())?.state).toBe('off');
    const due = () => tendChannels.due(server.context);
    expect(await due()).toContain(one.connectionId);
    await one.tend();
    expect([one.subscription(), (await due()).includes(one.connectionId)]).toEqual([undefined, false]);
  });

  test('P7: off and on by a person; gone at the server with the account', async () => {
    const one = await account();
    await one.tend();
    expectOk(await setHints(server.context, OPERATOR, { connectionId: one.connectionId, wanted: false }));
    await one.tend();
    expect([one.subscription(), (await one.seen())?.state]).toEqual([undefined, 'off']);
    expectOk(await setHints(server.context, OPERATOR, { connectionId: one.connectionId, wanted: true }));
    await one.tend();
    expect(one.subscription()).toBeDefined();
    expectOk(await removeConnection(server.context, OPERATOR, { connectionId: one.connectionId }));
    expect(one.subscription()).toBeUndefined();
  });
});

describe('whoever else knocks', () => {
  test('P7: a forged address is nothing, however it looks', async () => {
    const guess = randomBytes(24).toString('base64url');
    for (const path of [guess, 'x', '%00', `${guess}${guess}`, '..%2f..%2fetc'])
      expect([path, (await tell(`${server.origin}/hooks/${path}`)).status]).toEqual([path, 404]);
    expect((await fetch(`${server.origin}/hooks/${guess}`)).status).toBe(404);
  });

  test('P7: who knows the address and cannot sign is refused, and nothing becomes due', async () => {
    const one = await account();
    await one.tend();
    const address = one.subscription()?.resource ?? '';
    const signed = { 'content-encoding': 'aes128gcm', authorization: 'vapid t=e30.e30.AAAA, k=AAAA' };
    for (const [headers, body] of [
      [{}, ''],
      [{ 'content-encoding': 'aes128gcm' }, 'x'],
      [signed, randomBytes(200)],
      [signed, randomBytes(9_000)],
    ] as const)
      expect((await tell(address, headers, body)).status).toBe(404);
    expect(await one.source()).toEqual({ hinted: null, due: false });
  });

  test('P7: hints that come thick and fast come to few writes', async () => {
    const one = await account();
    await one.tend();
    const writes: Date[] = [];
    for (let n = 0; n < 60; n += 1) {
      one.put(`event${n}`);
      await push().settled();
      const hinted = (await one.source())?.hinted;
      if (hinted && hinted.getTime() !== writes.at(-1)?.getTime()) writes.push(hinted);
    }
    expect(new Set(push().answers.slice(-60)).isSubsetOf(new Set([201, 204]))).toBe(true);
    expect(writes.length).toBeLessThan(20);
  });

  test('P7: a body that is too long, or never ends, is cut off', async () => {
    const one = await account();
    await one.tend();
    const address = new URL(one.subscription()?.resource ?? '');
    expect((await tell(address.href, {}, 'x'.repeat(70_000))).status).toBe(413);
    const slow = request(address, { method: 'POST', headers: { 'content-length': '1000' } });
    slow.on('error', () => undefined);
    slow.write('x');
    const status = await new Promise((resolve) => {
      slow.on('response', ({ statusCode }) => resolve(statusCode));
      slow.on('close', () => resolve('cut off'));
    });
    expect([408, 'cut off']).toContain(status);
    slow.destroy();
  });

  test('P7: a hint for an account that is gone, or whose sign-in has ended, does nothing', async () => {
    const one = await account();
    await one.tend();
    const address = one.subscription()?.resource ?? '';
    const row = await one.channel();
    expectOk(await removeConnection(server.context, OPERATOR, { connectionId: one.connectionId }));
    expect((await tell(address)).status).toBe(404);
    if (row) await hintCalendars(server.context.database, row, null, new Date());
  });

  test('S14 P7: what is arranged outlives the secret that it was sealed with', async () => {
    const one = await account();
    await one.tend();
    const [old, young] = ['x'.repeat(40), 'y'.repeat(40)];
    const rotate = (first: string, second: string) =>
      rotateSecrets(
        {
          ...server.context,
          secrets: createSecretBox([first, second]),
          factorKeys: { reseal: () => Promise.resolve(null) },
        },
        OPERATOR,
      );
    expectOk(await rotate(young, old));
    const sealed = await one.channel();
    if (!sealed) throw new Error('there is no channel');
    expect(openKeys(createSecretBox([young]), sealed).address).toContain('/hooks/');
    expectOk(await rotate(old, young));
    await one.tend(20 * HOUR);
    expect(await one.seen()).toMatchObject({ state: 'told' });
  });

  test('P7: where providers reach this machine may be said apart', async () => {
    const { context } = server;
    const elsewhere = { ...context, given: { ...context.given, hookUrl: 'https://hooks.studio.test/' } };
    expect(await hookBase(elsewhere)).toBe('https://hooks.studio.test');
    expect(await hookBase(context)).toBe(server.origin);
  });

  test('P7: 1,000 knocks at once cost next to nothing, and who was true a moment ago is heard among them', async () => {
    const one = await account();
    await one.tend();
    one.put('before');
    await push().settled();
    await soon(async () => (await one.source())?.hinted).not.toBeNull();
    const before = (await one.source())?.hinted;
    const guess = () => tell(`${server.origin}/hooks/${randomBytes(24).toString('base64url')}`);
    const flood = Promise.all(Array.from({ length: 1_000 }, guess));
    one.put('among');
    const statuses = (await flood).map(({ status }) => status);
    expect(new Set(statuses).isSubsetOf(new Set([404, 429]))).toBe(true);
    await push().settled();
    expect(push().answers.at(-1)).toBe(201);
    await soon(async () => (await one.source())?.hinted).not.toEqual(before);
  });

  test('P7: whatever is sent however, an address that is true and one that is not answer alike', async () => {
    const one = await account();
    await one.tend();
    const known = one.subscription()?.resource ?? '';
    const unknown = `${server.origin}/hooks/${randomBytes(24).toString('base64url')}`;
    const { pick } = seededRandom(35);
    for (let n = 0; n < 150; n += 1) {
      const method = pick(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']);
      const headers = {
        'content-type': pick([
          '',
          'application/json',
          'text/xml',
          'multipart/form-data; boundary=x',
          'a/b;c=;;',
        ]),
        'content-encoding': pick(['aes128gcm', 'gzip', 'identity', 'br, gzip']),
        authorization: pick(['', 'Bearer x', 'Basic Og==', 'vapid t=a.b.c, k=BA', 'vapid t=,k=']),
        origin: pick(['https://evil.example', 'null', server.origin]),
        'x-goog-channel-token': pick(['', 'x'.repeat(5_000)]),
      };
      const body = pick(['', '{', '[1e999]', 'x'.repeat(60_000), '\u0000'.repeat(200), '<a xmlns="']);
      const query = pick([
        '',
        '?validationToken=x',
        '?validationToken[]=a&validationToken[b]=c',
        '?__proto__=1',
      ]);
      const ask = async (address: string) => {
        const bodied = method !== 'GET' && method !== 'HEAD';
        const answer = await notLater(() =>
          fetch(address + query, { method, headers, ...(bodied && { body }) }),
        );
        const names = [...answer.headers.keys()].filter((name) => name !== 'date').toSorted();
        return { status: answer.status, names, text: await answer.text() };
      };
      const [mine, nobodys] = [await ask(known), await ask(unknown)];
      expect({ n, method, headers, query, ...mine }).toEqual({ n, method, headers, query, ...nobodys });
      expect(mine).toMatchObject({ status: 404, text: '' });
    }
    expect(await one.source()).toEqual({ hinted: null, due: false });
  });

  test('P7: a message that is sent again is taken again, and comes to no more than the first did', async () => {
    const one = await account();
    await one.tend();
    await untilTaken(one);
    await soon(one.source).toMatchObject({ hinted: expect.any(Date) });
    const message = push().sent.findLast(({ resource }) => resource === one.subscription()?.resource);
    if (!message) throw new Error('nothing was sent');
    const answers = await Promise.all(Array.from({ length: 200 }, () => sendPush(message)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const [spoilt, elsewhere] = [
      { ...message, body: message.body.map((byte, at) => (at === 120 ? byte ^ 1 : byte)) },
      { ...message, resource: `${server.origin}/hooks/${'y'.repeat(32)}` },
    ];
    expect((await notLater(() => sendPush(spoilt))).status).toBe(404);
    expect((await notLater(() => sendPush(elsewhere))).status).toBe(404);
    const other = await account();
    await other.tend();
    const resource = other.subscription()?.resource ?? '';
    expect((await notLater(() => sendPush({ ...message, resource }))).status).toBe(404);
    expect(await other.source()).toEqual({ hinted: null, due: false });
  });

  test('P7: forged ones by the thousand at a true address cost no write, and the true one among them is heard', async () => {
    const one = await account();
    await one.tend();
    const address = one.subscription()?.resource ?? '';
    const forged = Array.from({ length: 1_000 }, () =>
      tell(
        address,
        { 'content-encoding': 'aes128gcm', authorization: 'vapid t=a.b.c, k=BA' },
        randomBytes(300),
      ),
    );
    const statuses = new Set((await Promise.all(forged)).map(({ status }) => status));
    expect(statuses.isSubsetOf(new Set([404, 429]))).toBe(true);
    expect(await one.source()).toEqual({ hinted: null, due: false });
    const more = Promise.all(Array.from({ length: 1_000 }, () => tell(address)));
    await untilTaken(one);
    await more;
    await soon(one.source).toMatchObject({ hinted: expect.any(Date), due: true });
  });

  test('P7: who sends slowly keeps nobody waiting', async () => {
    const one = await account();
    await one.tend();
    const address = new URL(one.subscription()?.resource ?? '');
    const slow = Array.from({ length: 300 }, () => {
      const opened = request(address, { method: 'POST', headers: { 'content-length': '1000' } });
      opened.on('error', () => undefined);
      opened.write('x');
      return opened;
    });
    await untilTaken(one);
    for (const opened of slow) opened.destroy();
    await soon(one.source).toMatchObject({ hinted: expect.any(Date) });
  });
});
