import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HoldAnswer } from '../api/answers.ts';
import type { Keep } from '../storage.ts';
import { createHoldKeeper } from './hold-keeper.ts';
import type { Wanted } from './hold-state.ts';
import { SHARED_HOLD } from './shared-hold.ts';

const NOW = new Date('2026-11-21T10:00Z');
const HOLD_MS = 5 * 60_000;
const REFUSED = new Error('too many holds');
const ten: Wanted = { artist: 'lena', serviceId: 's', start: new Date('2026-11-24T09:00Z') };
const eleven: Wanted = { ...ten, start: new Date('2026-11-24T10:00Z') };

beforeEach(() => vi.useFakeTimers({ now: NOW }));
afterEach(() => vi.useRealTimers());

function browser(): Keep {
  const kept = new Map<string, unknown>();
  return {
    read: (key) => kept.get(key) ?? null,
    write: (key, value) => (value === null ? kept.delete(key) : kept.set(key, value)),
  };
}

/** One tab, and a server that holds what it is asked to, unless it is told otherwise. */
function openTab({ keep = browser(), tab = 'one' } = {}) {
  const asked: { start: Date; token: string | null }[] = [];
  const released: string[] = [];
  const server = {
    hold: null as null | (() => Promise<HoldAnswer>),
    release: () => Promise.resolve(),
    free: true,
    tokens: 0,
  };
  const inTime = () => new Date(Date.now() + HOLD_MS);
  const keeper = createHoldKeeper({
    keep,
    tab,
    now: () => new Date(),
    ask: {
      hold(wanted, token) {
        asked.push({ start: wanted.start, token });
        if (server.hold) return server.hold();
        const given = token ?? `token-${++server.tokens}`;
        const end = new Date(wanted.start.getTime() + 3_600_000);
        const { start, artist } = wanted;
        return Promise.resolve({ kind: 'held', token: given, expiresAt: inTime(), start, end, artist });
      },
      check: () => Promise.resolve({ available: server.free, reason: server.free ? null : 'BUSY' }),
      extend: () => Promise.resolve({ expiresAt: inTime() }),
      release(token) {
        released.push(token);
        return server.release();
      },
      isRefusal: (error) => error === REFUSED,
    },
  });
  return { keeper, asked, released, server, keep };
}

const settle = () => vi.advanceTimersByTimeAsync(300);

test('a time is asked for once somebody has stopped clicking through others', async () => {
  const { keeper, asked } = openTab();
  keeper.choose(ten);
  await vi.advanceTimersByTimeAsync(200);
  keeper.choose(eleven);
  expect(keeper.state()).toEqual({ kind: 'checking', start: eleven.start });
  await settle();
  expect(asked.map(({ start }) => start)).toEqual([eleven.start]);
  expect(keeper.state()).toMatchObject({ kind: 'held', start: eleven.start });
});

test('case 49: another time moves the same hold, also when the first answer is slow', async () => {
  const { keeper, asked, server } = openTab();
  const slow = Promise.withResolvers<HoldAnswer>();
  server.hold = () => slow.promise;
  keeper.choose(ten);
  await settle();
  keeper.choose(eleven);
  await settle();
  server.hold = null;
  const { start } = ten;
  slow.resolve({
    kind: 'held',
    token: 'mine',
    expiresAt: new Date(Date.now() + HOLD_MS),
    start,
    end: start,
    artist: 'lena',
  });
  await settle();
  expect(asked).toEqual([
    { start: ten.start, token: null },
    { start: eleven.start, token: 'mine' },
  ]);
  expect(keeper.state()).toMatchObject({ kind: 'held', start: eleven.start });
});

test('case 49: to choose nothing any more releases it', async () => {
  const { keeper, released } = openTab();
  keeper.choose(ten);
  await settle();
  keeper.choose(null);
  expect(released).toEqual(['token-1']);
  expect(keeper.state()).toEqual({ kind: 'none' });
  expect(keeper.token()).toBeNull();
});

describe('case 48: B12: a hold that lapses', () => {
  test('does no harm: the time may still be had, and can be kept again', async () => {
    const { keeper } = openTab();
    keeper.choose(ten);
    await settle();
    await vi.advanceTimersByTimeAsync(HOLD_MS);
    expect(keeper.state()).toEqual({ kind: 'free', start: ten.start, lapsed: true });
    expect(keeper.token()).toBe('token-1');
    await keeper.extend();
    await settle();
    expect(keeper.state()).toMatchObject({ kind: 'held' });
  });
  test('is extended by one action', async () => {
    const { keeper } = openTab();
    keeper.choose(ten);
    await settle();
    await vi.advanceTimersByTimeAsync(HOLD_MS - 1_000);
    await keeper.extend();
    await vi.advanceTimersByTimeAsync(HOLD_MS - 1_000);
    expect(keeper.state()).toMatchObject({ kind: 'held', start: ten.start });
  });
});

test('case 49: who sends while the time is still being asked for waits for the hold, and is not in their own way', async () => {
  const { keeper, server } = openTab();
  keeper.choose(ten);
  await settle();
  const slow = Promise.withResolvers<HoldAnswer>();
  server.hold = () => slow.promise;
  keeper.choose(eleven);
  const said: (string | null)[] = [];
  void keeper.settledToken().then((token) => said.push(token));
  await settle();
  expect(said).toEqual([]);
  const { start } = eleven;
  const expiresAt = new Date(Date.now() + HOLD_MS);
  slow.resolve({ kind: 'held', token: 'later', expiresAt, start, end: start, artist: 'lena' });
  await settle();
  expect(said).toEqual(['later']);
  expect(await keeper.settledToken()).toBe('later');
});

test('case 49: after a reload the hold of the page before is gone for certain before there is another', async () => {
  const keep = browser();
  const before = openTab({ keep });
  before.server.release = () => new Promise(() => undefined);
  before.keeper.choose(ten);
  await settle();
  before.keeper.leave();
  const after = openTab({ keep, tab: 'two' });
  after.keeper.choose(ten);
  await settle();
  expect(after.released).toEqual(['token-1']);
  expect(after.asked).toEqual([{ start: ten.start, token: null }]);
  expect(after.keeper.state()).toMatchObject({ kind: 'held' });
});

test('case 50: who may not hold any more can still go on when the time is free', async () => {
  const { keeper, server } = openTab();
  server.hold = () => Promise.reject(REFUSED);
  keeper.choose(ten);
  await settle();
  expect(keeper.state()).toEqual({ kind: 'free', start: ten.start, lapsed: false });
  server.free = false;
  keeper.choose(eleven);
  await settle();
  expect(keeper.state()).toMatchObject({ kind: 'taken', reason: 'BUSY' });
});

test('B8 no answer is not a yes: it says so, and asks again', async () => {
  const { keeper, server } = openTab();
  server.hold = () => Promise.reject(new Error('the line broke'));
  keeper.choose(ten);
  await settle();
  expect(keeper.state()).toMatchObject({ kind: 'unknown' });
  server.hold = null;
  keeper.again();
  await settle();
  expect(keeper.state()).toMatchObject({ kind: 'held' });
});

describe('case 49: two tabs of one visitor', () => {
  async function twoTabs() {
    const keep = browser();
    const [one, two] = [openTab({ keep, tab: 'one' }), openTab({ keep, tab: 'two' })];
    one.keeper.choose(ten);
    await settle();
    two.keeper.choose(ten);
    await settle();
    return { one, two, keep };
  }
  test('share the hold', async () => {
    const { two } = await twoTabs();
    expect(two.asked).toEqual([{ start: ten.start, token: 'token-1' }]);
  });
  test('keep it until the last of them is closed', async () => {
    const { one, two, keep } = await twoTabs();
    two.keeper.leave();
    expect(two.released).toEqual([]);
    one.keeper.leave();
    expect(one.released).toEqual(['token-1']);
    await settle();
    expect(keep.read(SHARED_HOLD)).toBeNull();
  });
  test('hear of each other’s choices', async () => {
    const { one, two } = await twoTabs();
    two.keeper.choose(eleven);
    await settle();
    one.keeper.otherTab();
    expect(one.keeper.state()).toEqual({ kind: 'free', start: ten.start, lapsed: true });
  });
});
