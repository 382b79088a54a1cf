import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Effect } from '@atelier/testkit/sandbox/faults/effect';
import { type SandboxServer, startSandboxServer } from '@atelier/testkit/sandbox-server';
import { describe, expect, test } from 'vitest';
import { createPullMirror, type PullMirror } from '../../contract/pull-mirror.ts';
import { event } from '../../contract/situation.ts';
import type { CalDavGateway } from '../caldav-gateway.ts';
import { openDavAccount, testGateway } from '../testing/dav-account-under-test.ts';

const MB = 1024 * 1024;

async function pulledCalendar(server: SandboxServer, gateway: CalDavGateway): Promise<PullMirror> {
  server.sandbox.addCalendar('ann', { uri: 'cal' });
  for (const name of ['a', 'b', 'c']) server.sandbox.put('ann', 'cal', `${name}.ics`, event(name));
  const { provider, calendars } = await openDavAccount(gateway, server);
  const [calendar] = calendars;
  if (calendar === undefined) throw new Error('the sandbox shows no calendar');
  const mirror = createPullMirror(provider, calendar);
  await mirror.pull();
  return mirror;
}

describe('S13 case 22: hostile answers cost bounded memory and time', () => {
  const answers: readonly (readonly [string, Effect, RegExp])[] = [
    ['100 MB of XML', { kind: 'huge', bytes: 100 * MB }, /malformed|too-large/],
    ['1 GB of XML', { kind: 'huge', bytes: 1024 * MB }, /too-large/],
    ['a gzip bomb', { kind: 'huge', bytes: 1024 * MB, gzip: true }, /too-large/],
    ['64,000 elements inside each other', { kind: 'deep', depth: 64_000 }, /malformed/],
    ['an entity bomb', { kind: 'doctype', form: 'bomb' }, /malformed/],
    ['an external entity', { kind: 'doctype', form: 'external' }, /malformed/],
  ];

  test.each(answers)('%s', async (_, effect, kind) => {
    await using server = await startSandboxServer();
    await using gateway = testGateway();
    const mirror = await pulledCalendar(server, gateway);
    server.sandbox.faults.add({ effect, occurs: 'always' });
    const before = process.memoryUsage().rss;
    let most = before;
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 20);
    await expect(mirror.pull()).rejects.toMatchObject({ kind: expect.stringMatching(kind) });
    clearInterval(watch);
    delay.disable();
    // The sandbox that makes the answer shares this process, so both bounds are generous.
    expect((most - before) / MB).toBeLessThan(150);
    expect(delay.percentile(99) / 1e6).toBeLessThan(100);
    expect(mirror.objects.size).toBe(3);
  });
});

describe('S11 case 22: slow hosts are cut off', () => {
  const limits = { headersMs: 80, idleBodyMs: 80, drip: { bytes: 1000, perMs: 200 } };

  test.each<Effect>([
    { kind: 'stall', at: 'request' },
    { kind: 'stall', at: 'headers' },
    { kind: 'stall', at: 'inside' },
    { kind: 'drip', bytes: 1, everyMs: 10 },
  ])('%j', async (effect) => {
    await using server = await startSandboxServer();
    await using gateway = testGateway({ http: limits });
    const mirror = await pulledCalendar(server, gateway);
    server.sandbox.faults.add({ effect, occurs: 'always' });
    await expect(mirror.pull()).rejects.toMatchObject({ kind: 'timeout' });
  });
});

test('S10 S13 one object of many megabytes is set aside, the others arrive', async () => {
  await using server = await startSandboxServer();
  await using gateway = testGateway();
  const mirror = await pulledCalendar(server, gateway);
  server.sandbox.put('ann', 'cal', 'huge.ics', event('huge', 'x'.repeat(20 * MB)));
  server.sandbox.put('ann', 'cal', 'fine.ics', event('fine'));
  const report = await mirror.pull();
  expect(report).toMatchObject({
    complete: true,
    unreadable: [{ href: expect.stringContaining('huge.ics') }],
  });
  expect(report.changed).toEqual([expect.stringContaining('fine.ics')]);
});
