import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openHintGate } from './hint-gate.ts';
import type { KnownChannel } from './known-channel.ts';
import type { Told } from './told.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const told = (...ids: string[]): Told => ({ calendars: new Set(ids), standing: 'as-before' });
const ALL: Told = { calendars: null, standing: 'as-before' };

/** A gate before addresses of which these are true. */
function gate(addresses: readonly string[] = []) {
  const looked: string[] = [];
  const acted: string[] = [];
  const opened = openHintGate({
    monotonicMs: () => Date.now(),
    report: () => acted.push('failed'),
    book: {
      find: async (token) => {
        looked.push(token);
        return addresses.includes(token) ? ({ kind: 'caldav' } as KnownChannel) : null;
      },
      names: async () => new Set(addresses.map((token) => `name of ${token}`)),
      nameOf: (token) => `name of ${token}`,
    },
  });
  const pass = (what: Told) =>
    opened.pass('a token', what, async ({ calendars, standing }) => {
      acted.push(`${standing} ${calendars === null ? 'all' : [...calendars].join('+')}`);
    });
  return { ...opened, pass, looked, acted };
}

test('P7: what is told while something waits is acted on with it, and nothing of it is lost', () => {
  const { pass, acted } = gate();
  for (const what of [told('a'), told('b'), told('c'), told('b')]) pass(what);
  expect(acted).toEqual(['as-before a']);
  vi.advanceTimersByTime(1_000);
  expect(acted).toEqual(['as-before a', 'as-before b+c']);
  for (const what of [told('a'), ALL, told('b')]) pass(what);
  vi.advanceTimersByTime(1_000);
  expect(acted.at(-1)).toBe('as-before all');
});

test('P7: the end of a channel is heard among whatever else it says, before and after', () => {
  const { pass, acted } = gate();
  for (const standing of ['as-before', 'greeted', 'ended', 'to-renew'] as const)
    pass({ calendars: new Set(['a']), standing });
  vi.advanceTimersByTime(1_000);
  expect(acted).toEqual(['as-before a', 'ended a']);
});

test('P7: a greeting is acted on at once, and keeps nothing else waiting', () => {
  const { pass, acted } = gate();
  const greeting: Told = { calendars: new Set(), standing: 'greeted' };
  for (const what of [greeting, greeting, told('a')]) pass(what);
  expect(acted).toEqual(['greeted ', 'greeted ', 'as-before a']);
});

test('P7: a channel that does not stop is acted on once in a quarter of a minute', () => {
  const { pass, acted } = gate();
  for (let ms = 0; ms < 120_000; ms += 100) {
    pass(told('a'));
    vi.advanceTimersByTime(100);
  }
  expect(acted.length).toBeLessThan(30);
  const before = acted.length;
  vi.advanceTimersByTime(15_000);
  expect(acted.length).toBe(before + 1);
});

test('P7: what waits is acted on when the process ends, and a failed act stops nothing', async () => {
  const { pass, acted, close, ...opened } = gate();
  opened.channelAt('x');
  pass(told('a'));
  pass(told('b'));
  await close();
  expect(acted).toEqual(['as-before a', 'as-before b']);
});

test('P7: however many knock at an address at once, it is looked up once', async () => {
  const { channelAt, looked } = gate(['true']);
  const found = await Promise.all(Array.from({ length: 1_000 }, () => channelAt('true')));
  expect([found.every((one) => typeof one === 'object' && one !== null), looked]).toEqual([true, ['true']]);
  await channelAt('true');
  expect(looked).toEqual(['true', 'true']);
});

test('P7: while something waits that was told there, it is not looked up again', async () => {
  const { channelAt, pass, looked } = gate(['a token']);
  for (let n = 0; n < 100; n += 1) {
    await channelAt('a token');
    pass(told('a'));
  }
  expect(looked).toHaveLength(2);
  vi.advanceTimersByTime(1_000);
  await channelAt('a token');
  expect(looked).toHaveLength(3);
});

test('P7: guesses are looked up 200 times a second; an address that is true is heard among them, also for the first time', async () => {
  const { channelAt, looked } = gate(['true']);
  const guesses = await Promise.all(Array.from({ length: 1_000 }, (_, n) => channelAt(`guess ${n}`)));
  expect(guesses.filter((one) => one === null)).toHaveLength(200);
  expect(guesses.filter((one) => one === 'too-many')).toHaveLength(800);
  expect(await channelAt('true')).toMatchObject({ kind: 'caldav' });
  expect(looked).toHaveLength(201);
});
