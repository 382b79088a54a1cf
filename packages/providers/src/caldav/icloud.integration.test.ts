import { onBody, onMethod } from '@atelier/testkit/sandbox/faults/fault-match';
import { startSandboxServer } from '@atelier/testkit/sandbox-server';
import { expect, test } from 'vitest';
import { createPullMirror } from '../contract/pull-mirror.ts';
import { event, situation } from '../contract/situation.ts';
import { parseAllowList } from '../http/allow-list.ts';
import { testGateway } from './testing/dav-account-under-test.ts';

/** The account of ann, reached by the names that Apple gives its machines. */
async function icloud({ password = 'secret' } = {}) {
  const server = await startSandboxServer({ layout: 'icloud' });
  const { sandbox } = server;
  sandbox.addCalendar('ann', { uri: 'home', name: 'Home', color: '#1BADF8FF' });
  sandbox.addCalendar('ann', { uri: 'tasks', name: 'Reminders', components: ['VTODO'] });
  const asked: string[] = [];
  const gateway = testGateway({
    allow: parseAllowList('caldav.icloud.com,p42-caldav.icloud.com'),
    resolve: async (hostname) => {
      asked.push(hostname);
      return [{ address: '127.0.0.1', family: 4 }];
    },
  });
  const credential = { kind: 'password', username: 'ann', password } as const;
  const address = `http://caldav.icloud.com:${sandbox.port}`;
  const test = () => gateway.test({ kind: 'icloud', address, credential });
  return {
    sandbox,
    asked,
    test,
    async open() {
      const result = await test();
      if (!result.ok) throw result.failure;
      const provider = gateway.open(credential, result.account.reach);
      const [calendar] = result.calendars;
      if (calendar === undefined) throw new Error('no calendar was found');
      return {
        provider,
        calendar,
        here: situation(provider, calendar),
        mirror: createPullMirror(provider, calendar),
      };
    },
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** For a while, or for ever, the server lists `name` and says 404 when it is asked for it. */
const hide = ({ sandbox }: Awaited<ReturnType<typeof icloud>>, name: string, occurs: 1 | 'always'): void => {
  const names = (other: string): boolean => other === name;
  sandbox.faults.add({
    effect: { kind: 'member-status', status: 404, names },
    occurs,
    match: onBody('calendar-multiget'),
  });
  sandbox.faults.add({ effect: { kind: 'status', status: 404 }, occurs, match: onMethod('GET') });
};

test('S14 the password goes from the service to the machine of the account, and the account keeps its id', async () => {
  await using it = await icloud();
  const result = await it.test();
  expect(result.steps.filter(({ step, outcome }) => step !== 'address' && outcome !== 'ok')).toEqual([]);
  expect(new Set(it.asked)).toEqual(new Set(['caldav.icloud.com', 'p42-caldav.icloud.com']));
  expect(result.ok && result.account).toMatchObject({
    id: `http://caldav.icloud.com:${it.sandbox.port}/ann/principal/`,
    name: 'ann (caldav.icloud.com)',
    reach: { homes: [`http://p42-caldav.icloud.com:${it.sandbox.port}/ann/calendars/`] },
  });
  expect(result.ok && result.calendars).toMatchObject([{ name: 'Home', color: '#1badf8', readOnly: false }]);
});

test.for([401, 403])('S9 a password that is refused with %i is explained', async (status) => {
  await using it = await icloud({ password: 'my own' });
  if (status === 403) it.sandbox.faults.add({ effect: { kind: 'status', status }, occurs: 'always' });
  const result = await it.test();
  expect(result).toMatchObject({
    ok: false,
    failure: { kind: 'credentials', hint: expect.stringContaining('app-specific') },
  });
});

test('S1 names with an @ are read, written and deleted', async () => {
  await using it = await icloud();
  const { here, mirror } = await it.open();
  const stored = await here.createAt(`${here.calendar.href}a%40b.ics`, event('a'));
  await mirror.pull();
  expect([...mirror.objects.keys()]).toEqual([stored.href]);
  const changed = await here.put(stored.href, event('a', 'Two'), stored);
  expect(changed).toMatchObject({ outcome: 'stored', href: stored.href });
  expect(await here.remove(stored.href, changed as typeof stored)).toEqual({ outcome: 'removed' });
});

test('S4 a bare 403 to a token is a full comparison', async () => {
  await using it = await icloud();
  it.sandbox.put('ann', 'home', 'a.ics', event('a'));
  const { mirror } = await it.open();
  await mirror.pull();
  it.sandbox.addCalendar('ann', { uri: 'home' });
  for (const name of ['a', 'b']) it.sandbox.put('ann', 'home', `${name}.ics`, event(name));
  expect(await mirror.pull()).toMatchObject({ complete: true, pages: [{ freshLineage: true }] });
  expect(mirror.objects.size).toBe(2);
});

test('S7 a 404 for what was just reported is no deletion, and is asked again', async () => {
  await using it = await icloud();
  it.sandbox.put('ann', 'home', 'a.ics', event('a'));
  const { mirror, calendar } = await it.open();
  await mirror.pull();
  it.sandbox.put('ann', 'home', 'a.ics', event('a', 'Moved'));
  it.sandbox.put('ann', 'home', 'b.ics', event('b'));
  hide(it, 'b.ics', 1);
  const first = await mirror.pull();
  expect(first).toMatchObject({
    removed: [],
    unreadable: [{ href: `${calendar.href}b.ics` }],
    complete: true,
  });
  // A version would let the next round pass as having nothing to bring.
  expect(first.pages.at(-1)?.version).toBeNull();
  expect(await mirror.pull()).toMatchObject({ changed: [`${calendar.href}b.ics`], unreadable: [] });
  expect(await mirror.pull()).toMatchObject({ changed: [], requests: 1 });
});

test('S7 one that stays away for ever empties nothing and costs five rounds at most', async () => {
  await using it = await icloud();
  for (const name of ['a', 'b']) it.sandbox.put('ann', 'home', `${name}.ics`, event(name));
  const { mirror, provider, calendar } = await it.open();
  await mirror.pull();
  it.sandbox.put('ann', 'home', 'a.ics', event('a', 'Moved'));
  hide(it, 'a.ics', 'always');
  for (let round = 0; round < 5; round += 1) expect((await mirror.pull()).removed).toEqual([]);
  expect(await mirror.pull()).toMatchObject({ removed: [], requests: 1 });
  const audit = await mirror.pull({ full: true });
  expect([audit.removed, audit.unreadable.length]).toEqual([[], 1]);
  expect(mirror.objects.size).toBe(2);
  const href = `${calendar.href}a.ics`;
  expect(await provider.fetch(calendar.href, [href])).toMatchObject({ missing: [], unreadable: [{ href }] });
});

test('S2 what the server took and does not show yet is what was sent', async () => {
  await using it = await icloud();
  const { here } = await it.open();
  const base = await here.createAt(`${here.calendar.href}a.ics`, event('a'));
  it.sandbox.faults.add({ effect: { kind: 'status', status: 404 }, match: onMethod('GET') });
  const stored = await here.put(base.href, event('a', 'Mine'), base);
  expect(stored).toMatchObject({ outcome: 'stored', body: event('a', 'Mine') });
  expect(await here.put(base.href, event('a', 'Again'), stored as typeof base)).toMatchObject({
    outcome: 'stored',
  });
});

test('S3 a UID that another calendar of the account has is said to be taken', async () => {
  await using it = await icloud();
  it.sandbox.addCalendar('ann', { uri: 'work' });
  it.sandbox.put('ann', 'work', 'a.ics', event('a'));
  it.sandbox.faults.add({ effect: { kind: 'uid-conflict', form: 'account' }, occurs: 'always' });
  const { here } = await it.open();
  const outcome = await here.put(`${here.calendar.href}a.ics`, event('a'), null);
  expect(outcome).toEqual({ outcome: 'duplicate', href: null });
});
