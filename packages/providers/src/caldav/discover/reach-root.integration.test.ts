import { startSandboxServer } from '@atelier/testkit/sandbox-server';
import { expect, test } from 'vitest';
import { parseAllowList } from '../../http/allow-list.ts';
import { createGuardedHttp } from '../../http/guarded-http.ts';
import { systemResolve } from '../../http/guarded-lookup.ts';
import { DEFAULT_HTTP_LIMITS } from '../../http/http-limits.ts';
import { ProviderFailure } from '../../port/failure.ts';
import type { AccountTest } from '../../port/gateway.ts';
import { davAccountOf } from '../dav-account.ts';
import { accessTo } from '../testing/dav-account-under-test.ts';
import type { ServiceRecords } from './service-records.ts';
import { testAccount } from './test-account.ts';

const TYPED = 'https://studio.example';
const ANNOUNCED = 'https://cal.studio.example:8443';
const FOREIGN = 'https://caldav.host.test';

/** Who is at an address: the sandbox, a server that fails with a status, or (left out) nobody. */
type Hosts = Readonly<Record<string, 'sandbox' | number>>;

interface Search {
  readonly result: AccountTest;
  /** Origins in the order in which they were asked, those that were given the password marked with `!`. */
  readonly asked: readonly string[];
}

/** Tests the account of a bare domain in a world of these hosts, where the DNS announces a service at one of them. */
async function search(announced: string, hosts: Hosts, password = 'secret'): Promise<Search> {
  await using server = await startSandboxServer();
  server.sandbox.addCalendar('ann', { uri: 'cal' });
  const real = createGuardedHttp({
    allow: parseAllowList('127.0.0.1'),
    resolve: systemResolve,
    limits: DEFAULT_HTTP_LIMITS,
    monotonicMs: () => performance.now(),
  });
  const asked: string[] = [];
  const send: typeof real.send = async (request) => {
    const { origin, pathname } = request.url;
    asked.push('authorization' in request.headers ? `${origin}!` : origin);
    const host = hosts[origin];
    if (host === undefined) throw new ProviderFailure('unreachable', 'Nobody is there.', '');
    if (host !== 'sandbox')
      server.sandbox.faults.add({ effect: { kind: 'status', status: host }, occurs: 1 });
    const answer = await real.send({ ...request, url: new URL(pathname, server.sandbox.origin) });
    return { ...answer, url: new URL(answer.url.pathname, origin) };
  };
  const { hostname, port } = new URL(announced);
  const records: ServiceRecords = {
    targets: async () => [{ name: hostname, port: Number(port) || 443, priority: 0, weight: 0 }],
    texts: async () => ['path=/dav/'],
  };
  const door = { url: 'ann@studio.example', username: 'ann', password };
  const result = await testAccount(
    { send, close: real.close },
    accessTo(door),
    Temporal.Now.instant,
    records,
  );
  await real.close();
  return { result, asked: [...new Set(asked)] };
}

test('S1 case 20: what a domain announces is found, also where the domain itself is no web server', async () => {
  const { result, asked } = await search(ANNOUNCED, { [ANNOUNCED]: 'sandbox' });
  expect(result).toMatchObject({ ok: true, calendars: [{ name: 'cal' }] });
  expect(result.ok && davAccountOf(result.account.reach).homeUrls).toEqual([
    `${ANNOUNCED}/dav/calendars/ann/`,
  ]);
  expect(asked).toEqual([ANNOUNCED, `${ANNOUNCED}!`]);
});

test('S9 case 20: a password that the announced server refuses is tried nowhere else', async () => {
  const { result, asked } = await search(ANNOUNCED, { [ANNOUNCED]: 'sandbox', [TYPED]: 'sandbox' }, 'wrong');
  expect(result).toMatchObject({ ok: false, failure: { kind: 'credentials' } });
  expect(asked).toEqual([ANNOUNCED, `${ANNOUNCED}!`]);
});

test.each<[string, Hosts]>([
  ['nobody is there', { [TYPED]: 'sandbox' }],
  ['something else is there', { [TYPED]: 'sandbox', [ANNOUNCED]: 404 }],
])('S1 case 20: the typed address is asked where %s', async (_, hosts) => {
  const { result } = await search(ANNOUNCED, hosts);
  expect(result.ok && davAccountOf(result.account.reach).homeUrls).toEqual([`${TYPED}/dav/calendars/ann/`]);
});

test('S14 case 20: another host gets neither a request nor the password, and is named', async () => {
  const { result, asked } = await search(FOREIGN, { [FOREIGN]: 'sandbox', [TYPED]: 404 });
  expect(result).toMatchObject({
    ok: false,
    failure: { kind: 'cross-origin-redirect', hint: expect.stringContaining(FOREIGN) },
  });
  expect(asked.some((origin) => origin.startsWith(FOREIGN))).toBe(false);
  const typed = await search(FOREIGN, { [FOREIGN]: 'sandbox', [TYPED]: 'sandbox' });
  expect(typed.result.ok && davAccountOf(typed.result.account.reach).homeUrls).toEqual([
    `${TYPED}/dav/calendars/ann/`,
  ]);
});
