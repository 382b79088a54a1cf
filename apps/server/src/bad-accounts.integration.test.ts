import type { OAuthKind } from '@atelier/providers/kinds';
import { startAuthority } from '@atelier/testkit/authority/authority-sandbox';
import { feedEvent, feedFile, startFeedServer } from '@atelier/testkit/feed-server';
import { OPERATOR } from '@atelier/usecases/actor';
import { calendarOverview } from '@atelier/usecases/calendars/calendar-overview';
import type { Refusal } from '@atelier/usecases/outcome';
import { failureWords } from '@atelier/words/failures/failure-words';
import { refusalWords } from '@atelier/words/refusals/refusal-words';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bearerGateway } from './testing/bearer-gateway.ts';
import { openTestServer } from './testing/server.ts';

/** Each of these ends in a sentence that says what to do, in either language, and leaves everything as it was. */

const ANN = { id: 'ann-id', mail: 'ann@studio.test', tenant: 'tenant-1' };
const BOB = { id: 'bob-id', mail: 'bob@studio.test', tenant: 'tenant-1' };
const CLEAR = /^(?!.*(?:undefined|null|\[object|AADSTS|invalid_grant|ECONN|ETIMEDOUT)).{15,}\.$/s;

function expectSaid(english: { readonly message: string }, french: { readonly message: string }): void {
  expect(english.message).toMatch(CLEAR);
  expect(french.message).toMatch(CLEAR);
  expect(french.message).not.toBe(english.message);
}

let stack: AsyncDisposableStack;
beforeEach(() => {
  stack = new AsyncDisposableStack();
});
afterEach(() => stack.disposeAsync());

interface Answered {
  readonly value: unknown;
  readonly refusal: Refusal | undefined;
}

async function openStudio(settings: Readonly<Record<string, string>>) {
  const quiet = { ATELIER_RATE_LIMITS: 'off', ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1' };
  const server = stack.use(await openTestServer({ ...quiet, ...settings }));
  await server.addUser('owner@studio.test', 'ADMIN');
  const cookie = await server.signIn('owner@studio.test');
  const ask = async (path: string, input: unknown): Promise<Answered> => {
    const query = `?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;
    const answer = await (path.endsWith('.see')
      ? server.call(path + query, cookie)
      : server.call(path, cookie, input));
    const { result, error } = (await answer.json()) as {
      result?: { data: { json: unknown } };
      error?: { json: { data: { refusal: Refusal } } };
    };
    return { value: result?.data.json, refusal: error?.json.data.refusal };
  };
  return { server, cookie, ask };
}

describe.each<OAuthKind>(['microsoft', 'google'])('a sign-in at %s', (kind) => {
  async function open() {
    const authority = stack.use(await startAuthority({ provider: kind }));
    const studio = await openStudio(authority.settings);
    const { server, cookie, ask } = studio;
    const gateway = bearerGateway(authority);
    Object.assign(server.context.gateways, { of: async () => gateway });
    for (const person of [ANN, BOB]) authority.addPerson(person);
    const begin = async (connectionId?: string) => {
      const { value } = await ask('signIns.begin', { kind, origin: server.origin, connectionId });
      return (value as { page: string }).page;
    };
    const comeBack = async (address: string) => {
      const answer = await fetch(address, { headers: { cookie }, redirect: 'manual' });
      return new URL(answer.headers.get('location') ?? '', server.origin).searchParams.get('signIn') ?? '';
    };
    const see = (id: string) => ask('signIns.see', { id });
    const signInId = await comeBack(await authority.answer(await begin(), ANN.mail));
    const { value } = await ask('signIns.connect', { signInId, select: 'all' });
    const { connectionId } = value as { connectionId: string };
    const { database, engine } = server.context;
    return {
      authority,
      begin,
      comeBack,
      see,
      connectionId,
      /** Everything that could be harmed. */
      kept: async () => ({
        accounts: await database.query(
          'SELECT k.id, k.state, c.username, c.secret FROM connection k JOIN account_credential c ON c.id = k.credential_id',
        ),
        calendars: await database.query(
          'SELECT c.id, s.enabled FROM calendar c JOIN source s ON s.id = c.id ORDER BY c.id',
        ),
      }),
      async run() {
        const calendars = await calendarOverview(server.context, OPERATOR, { connectionId });
        const ids = calendars.map(({ id }) => id);
        return engine.runNow(ids, { full: false });
      },
      account: async () =>
        (await database.query<{ state: string }>('SELECT state FROM connection'))[0]?.state,
    };
  }
  type Opened = Awaited<ReturnType<typeof open>>;

  const withOther = (address: string, name: string, from: string) => {
    const [url, source] = [new URL(address), new URL(from)];
    url.searchParams.set(name, source.searchParams.get(name) ?? '');
    return url.href;
  };

  /** What is sent back to us, and what it comes to. */
  const CASES: Readonly<Record<string, readonly [string, (one: Opened) => Promise<string>]>> = {
    'consent refused': [
      'sign-in-denied',
      async (one) => one.comeBack(await one.authority.answer(await one.begin(), null)),
    ],
    'consent given to another account': [
      'sign-in-other-account',
      async (one) => one.comeBack(await one.authority.answer(await one.begin(one.connectionId), BOB.mail)),
    ],
    'a code used twice': [
      'sign-in-spent',
      async (one) => {
        const first = await one.authority.answer(await one.begin(), ANN.mail);
        await one.comeBack(first);
        const second = await one.authority.answer(await one.begin(), ANN.mail);
        return one.comeBack(withOther(second, 'code', first));
      },
    ],
    'a state that is not ours': [
      'sign-in-unknown',
      async (one) => {
        const back = new URL(await one.authority.answer(await one.begin(), ANN.mail));
        back.searchParams.set('state', 'made-up');
        return one.comeBack(back.href);
      },
    ],
    'a state that was answered before': [
      'sign-in-unknown',
      async (one) => {
        const back = await one.authority.answer(await one.begin(), BOB.mail);
        await one.comeBack(back);
        return one.comeBack(back);
      },
    ],
  };

  test.each(Object.entries(CASES))('P1 P2: %s', async (_, [code, act]) => {
    const one = await open();
    const before = await one.kept();
    const { refusal } = await one.see(await act(one));
    expect(refusal?.code).toBe(code);
    const coded = { code, given: refusal?.given } as Parameters<typeof refusalWords>[1];
    expectSaid(refusalWords('en', coded), refusalWords('fr', coded));
    expect(await one.kept()).toEqual(before);
    const [report] = await one.run();
    expect([report?.error, await one.account()]).toEqual([undefined, 'ACTIVE']);
  });

  test('P1: a token that ends in the middle of a run is renewed, and the run goes on', async () => {
    const one = await open();
    one.authority.expire(ANN.mail);
    const [report] = await one.run();
    expect([report?.error, await one.account()]).toEqual([undefined, 'ACTIVE']);
  });

  test('P1: two workers at one token ask for one new one', async () => {
    const one = await open();
    one.authority.expire(ANN.mail);
    const asked = () => one.authority.asked.filter((grant) => grant === 'refresh_token').length;
    const before = asked();
    const release = one.authority.hold();
    const runs = Promise.all([one.run(), one.run()]);
    await expect.poll(asked).toBe(before + 1);
    release();
    expect((await runs).flat().map(({ error }) => error)).toEqual([undefined, undefined]);
    expect([asked(), await one.account()]).toEqual([before + 1, 'ACTIVE']);
  });

  test('P2: one that was taken back in the middle of it all stops the account with a sentence', async () => {
    const one = await open();
    one.authority.revoke(ANN.mail);
    const [report] = await one.run();
    expect(await one.account()).toBe('CREDENTIALS');
    const { kind: why = '', message = '', hint = null } = report?.error ?? {};
    expectSaid(
      failureWords('en', { kind: why, message, hint }),
      failureWords('fr', { kind: why, message, hint }),
    );
  });

  test('P2: an application that was never registered is said with what to do', async () => {
    const { server, ask } = await openStudio({});
    const { refusal } = await ask('signIns.begin', { kind, origin: server.origin });
    expect(refusal?.code).toBe('sign-in-unregistered');
    const coded = { code: 'sign-in-unregistered', given: refusal?.given } as Parameters<
      typeof refusalWords
    >[1];
    expectSaid(refusalWords('en', coded), refusalWords('fr', coded));
  });
});

describe('a calendar at an address', () => {
  const events = (uid: (n: number) => string) =>
    feedFile([1, 2, 3].map((n) => feedEvent(uid(n), `2026030${n}T090000Z`, `Stay ${n}`)));
  const GOOD = { body: events((n) => `stay-${n}`) };

  async function open() {
    const feeds = stack.use(await startFeedServer());
    feeds.publish('/a.ics', GOOD);
    const { server, ask } = await openStudio({});
    const url = `${feeds.origin}/a.ics`;
    const wish = { kind: 'ics', url, username: '', password: '', select: 'all' };
    const { value } = await ask('connections.connect', wish);
    const { connectionId } = value as { connectionId: string };
    const { database, engine } = server.context;
    const seen = async () => (await calendarOverview(server.context, OPERATOR, { connectionId }))[0];
    const id = (await seen())?.id ?? '';
    const run = () => engine.runNow([id], { full: true });
    await run();
    const ids = () =>
      database.query<{ id: string }>('SELECT id FROM calendar_object WHERE calendar_id = $1 ORDER BY id', [
        id,
      ]);
    return { feeds, ask, wish, run, ids, seen };
  }

  const big = (megabytes: number) => {
    const body = new Uint8Array(megabytes * 1_000_000).fill(0x20);
    body.set(new TextEncoder().encode('BEGIN:VCALENDAR\r\nX-A:'));
    return body;
  };
  const BAD = {
    'a web page': { body: '<!doctype html><p>Our calendar', headers: { 'content-type': 'text/html' } },
    'a redirect to a private host': { status: 302, headers: { location: 'http://10.1.2.3/a.ics' } },
    'a redirect to the machine’s own services': {
      status: 302,
      headers: { location: 'http://169.254.169.254/latest' },
    },
    '100 MB': { body: big(100) },
    'half a file': { body: GOOD.body.slice(0, 300) },
    nothing: { body: '' },
    'a server in trouble': { status: 503 },
  } as const;

  test.each(Object.entries(BAD))('S8 S13: %s', async (_, answer) => {
    const one = await open();
    const before = await one.ids();
    expect(before).toHaveLength(3);
    for (const path of ['/a.ics', '/b.ics']) one.feeds.publish(path, answer);
    const [report] = await one.run();
    expect(await one.ids()).toEqual(before);
    const failure = (await one.seen())?.failure ?? report?.error ?? null;
    const { kind = '', message = '', hint = null } = failure ?? {};
    expectSaid(failureWords('en', { kind, message, hint }), failureWords('fr', { kind, message, hint }));
    // Nor is it connected by somebody who types it.
    const tried = await one.ask('connections.connect', {
      ...one.wish,
      url: one.wish.url.replace('a.ics', 'b.ics'),
    });
    expect(tried.refusal?.code).toBe('provider-failed');
    one.feeds.publish('/a.ics', GOOD);
    const [healed] = await one.run();
    expect([healed?.error, await one.ids()]).toEqual([undefined, before]);
  });

  test('S3: UIDs that are made anew at every fetch change no event, and write none', async () => {
    const one = await open();
    const before = await one.ids();
    for (const round of [1, 2]) {
      one.feeds.publish('/a.ics', { body: events((n) => `round-${round}-${n}`) });
      const [report] = await one.run();
      expect(report?.error).toBeUndefined();
      expect(await one.ids()).toEqual(before);
    }
  });
});
