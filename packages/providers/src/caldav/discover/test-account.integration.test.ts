import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandboxServer } from '@atelier/testkit/sandbox-server';
import { describe, expect, test } from 'vitest';
import { parseAllowList } from '../../http/allow-list.ts';
import type { AccountAccess } from '../../port/account.ts';
import type { AccountTest } from '../../port/gateway.ts';
import { davAccountOf } from '../dav-account.ts';
import { accessTo, testGateway } from '../testing/dav-account-under-test.ts';

const outcomes = (result: AccountTest): Record<string, string> =>
  Object.fromEntries(result.steps.map(({ step, outcome }) => [step, outcome]));

async function stub(
  listener: RequestListener,
): Promise<{ url: string; credentialed: () => number } & AsyncDisposable> {
  let credentialed = 0;
  const server = createServer((request, response) => {
    if (request.headers.authorization !== undefined) credentialed += 1;
    listener(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    credentialed: () => credentialed,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Typed {
  readonly kind?: AccountAccess['kind'];
  readonly username?: string;
  readonly password?: string;
}

const account = (
  address: string,
  { kind = 'caldav', username = 'ann', password = 'secret' }: Typed = {},
): AccountAccess => ({ kind, address, credential: { kind: 'password', username, password } });

describe('S9 a wrong password is sent exactly once', () => {
  test.each(['sabre', 'nextcloud', 'infomaniak'] as const)('to a server laid out like %s', async (layout) => {
    await using server = await startSandboxServer({ layout });
    await using gateway = testGateway();
    for (const kind of ['caldav', 'nextcloud', 'infomaniak'] as const) {
      server.sandbox.clearRequests();
      const address = account(server.sandbox.origin, { kind, password: 'wrong' });
      const result = await gateway.test(address);
      expect(result).toMatchObject({ ok: false, failure: { kind: 'credentials' } });
      expect(outcomes(result)).toMatchObject({ 'sign-in': 'failed', calendars: 'skipped' });
      expect(server.sandbox.requests.filter(({ user }) => user !== null).length).toBeLessThanOrEqual(1);
      expect(JSON.stringify(result)).not.toContain('wrong password');
    }
  });

  test('counted at the door', async () => {
    await using at = await stub((_, response) => {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end('no');
    });
    await using gateway = testGateway();
    expect(await gateway.test(account(at.url))).toMatchObject({
      ok: false,
      failure: { kind: 'credentials' },
    });
    expect(at.credentialed()).toBe(1);
  });
});

describe('S14 the password goes only where it is asked for', () => {
  test('not to a web page', async () => {
    await using at = await stub((request, response) => {
      response.setHeader('content-type', 'text/html').end(`<html>${request.url}</html>`);
    });
    await using gateway = testGateway();
    const result = await gateway.test(account(at.url));
    expect(result).toMatchObject({ ok: false, failure: { kind: 'wrong-service' } });
    expect(outcomes(result)).toMatchObject({ address: 'ok', reach: 'failed', 'sign-in': 'skipped' });
  });

  test('case 19: not to another host, which is named instead', async () => {
    await using other = await stub((_, response) => response.end());
    await using at = await stub((_, response) => void response.writeHead(302, { location: other.url }).end());
    await using gateway = testGateway();
    const result = await gateway.test(account(at.url));
    expect(result).toMatchObject({ ok: false, failure: { kind: 'cross-origin-redirect' } });
    expect(!result.ok && result.failure.hint).toContain(new URL(other.url).origin);
    expect(other.credentialed()).toBe(0);
  });

  test('not to a private address, though one that closes and one that listens read alike', async () => {
    await using at = await stub((_, response) => response.end());
    await using gateway = testGateway({ allow: parseAllowList('') });
    const open = await gateway.test(account(at.url));
    const closed = await gateway.test(account('http://127.0.0.1:1/'));
    expect(open).toMatchObject({ ok: false, failure: { kind: 'refused-address' } });
    expect(closed.steps.slice(1)).toEqual(open.steps.slice(1));
  });
});

test.each([
  ['nonsense address', account('not an address'), 'bad-address', 'address'],
  ['no address', account(''), 'bad-address', 'address'],
  ['a port where nobody listens', account('http://127.0.0.1:1/'), 'unreachable', 'reach'],
])('S9 %s', async (_, address, kind, step) => {
  await using gateway = testGateway();
  const result = await gateway.test(address);
  expect(result).toMatchObject({ ok: false, failure: { kind } });
  expect(result.steps.find(({ outcome }) => outcome === 'failed')).toMatchObject({
    step,
    hint: expect.any(String),
  });
});

test('S11 a host that never answers is given up', async () => {
  await using at = await stub(() => undefined);
  await using gateway = testGateway({ http: { headersMs: 50 } });
  expect(await gateway.test(account(at.url))).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
});

test('Nextcloud is found from its bare address, and its non-calendars are left out', async () => {
  await using server = await startSandboxServer({ layout: 'nextcloud' });
  await using gateway = testGateway();
  server.sandbox.addCalendar('ann', {
    uri: 'studio',
    name: 'Studio',
    color: '#FF2968',
    zone: 'Europe/Zurich',
  });
  server.sandbox.addCalendar('ann', { uri: 'shared', readOnly: true });
  server.sandbox.addCalendar('ann', { uri: 'tasks', components: ['VTODO'] });
  const result = await gateway.test(account(server.sandbox.origin, { kind: 'nextcloud' }));
  expect(Object.values(outcomes(result))).toEqual(Array(7).fill('ok'));
  expect(result.ok && result.calendars).toMatchObject([
    { name: 'Studio', color: '#ff2968', timeZone: 'Europe/Zurich', readOnly: false },
    { name: 'shared', readOnly: true },
  ]);
});

test('S9 case 20: Infomaniak: a mail address as user name is warned of, an unknown name explained', async () => {
  await using server = await startSandboxServer({ layout: 'infomaniak', names: 'echo' });
  await using gateway = testGateway();
  const address = account(server.url, { kind: 'infomaniak', username: 'ann@example.org' });
  const result = await gateway.test(address);
  expect(result.steps.some(({ outcome, message }) => outcome === 'warning' && message.includes('mail'))).toBe(
    true,
  );
  expect(result).toMatchObject({ ok: false });
  expect(!result.ok && result.failure.hint).toContain('short id');
});

test('a server without sync-collection is told to be slower', async () => {
  await using server = await startSandboxServer();
  await using gateway = testGateway();
  server.sandbox.addCalendar('ann', { uri: 'cal' });
  server.sandbox.faults.add({ effect: { kind: 'without', features: ['sync-collection'] }, occurs: 'always' });
  const result = await gateway.test(accessTo(server));
  expect(outcomes(result)).toMatchObject({ calendars: 'ok', changes: 'warning' });
});

test('S1 case 20: every one of several homes is listed', async () => {
  const response = (href: string, props: string): string =>
    `<response><href>${href}</href><propstat><prop>${props}</prop><status>HTTP/1.1 200 OK</status></propstat></response>`;
  const calendar = '<resourcetype><collection/><c:calendar/></resourcetype>';
  const answers: Record<string, string> = {
    '/': response('/', '<current-user-principal><href>/p/</href></current-user-principal>'),
    '/p/': response('/p/', '<c:calendar-home-set><href>/one/</href><href>/two/</href></c:calendar-home-set>'),
    '/one/': response('/one/a/', calendar),
    '/two/': response('/two/b/', calendar),
  };
  await using at = await stub((request, response_) => {
    const body = answers[request.url ?? ''] ?? '';
    response_
      .writeHead(207, { 'content-type': 'application/xml' })
      .end(`<multistatus xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">${body}</multistatus>`);
  });
  await using gateway = testGateway();
  const result = await gateway.test(account(at.url));
  expect(result.ok && davAccountOf(result.account.reach).homeUrls).toEqual([
    `${at.url}one/`,
    `${at.url}two/`,
  ]);
  expect(result.ok && result.calendars.map(({ href }) => href)).toEqual(['/one/a/', '/two/b/']);
});

test('T4 an account is known by the addresses that its server tells', async () => {
  await using server = await startSandboxServer({ layout: 'nextcloud' });
  await using gateway = testGateway();
  const address = account(server.sandbox.origin, { kind: 'nextcloud' });
  const result = await gateway.test(address);
  if (!result.ok) throw new Error('it should connect');
  const principal = new URL(server.sandbox.principalUrl('ann')).pathname;
  expect(result.addresses).toEqual(['ann@sandbox.example', principal]);
  expect(await gateway.open(address.credential, result.account.reach).addresses()).toEqual(result.addresses);
});
