import type { ChannelRow } from '@atelier/database/hints/channel-store';
import type { ChannelWish } from '@atelier/providers/port/change-hints';
import { expect, test } from 'vitest';
import { nextLook, planChannels, renewalOf } from './plan-channels.ts';

const NOW = new Date('2026-03-10T09:00:00Z');
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const WISH = { means: 'webdav-push', calendarHref: '/cal/' } as const;
const channel = (changes: Partial<ChannelRow> = {}): ChannelRow => ({
  id: 'a channel',
  connectionId: 'an account',
  calendarId: 'a calendar',
  href: '/cal/',
  means: 'webdav-push',
  state: 'ACTIVE',
  keys: '',
  remote: {},
  createdAt: minutes(-600),
  renewAt: minutes(600),
  expiresAt: minutes(1_200),
  heardAt: null,
  missedAt: null,
  provenAt: null,
  doubtedAt: null,
  leavingAt: null,
  failure: null,
  ...changes,
});
const acts = (
  channels: readonly ChannelRow[],
  { wishes = [WISH], here = true, suits = true, lasting = true }: Partial<Standing> = {},
) =>
  planChannels({ wishes, channels, isHere: () => here, suits: () => suits, lasting }, NOW).map(
    ({ act }) => act,
  );
interface Standing {
  readonly wishes: readonly ChannelWish[];
  readonly here: boolean;
  readonly suits: boolean;
  readonly lasting: boolean;
}

test.for([
  ['nothing is there yet', [], ['register']],
  ['all is well', [channel()], []],
  ['half of its life is over', [channel({ renewAt: minutes(-1) })], ['renew']],
  ['it is over', [channel({ expiresAt: minutes(-1) })], ['remove', 'register']],
  [
    'nobody answered',
    [channel({ state: 'ASKED', renewAt: null, createdAt: minutes(-11) })],
    ['remove', 'register'],
  ],
  ['somebody is asking', [channel({ state: 'ASKED', renewAt: null, createdAt: minutes(-1) })], []],
  ['it was refused a while ago', [channel({ state: 'FAILED', renewAt: minutes(5) })], []],
  ['it was refused long ago', [channel({ state: 'FAILED', renewAt: minutes(-5) })], ['remove', 'register']],
  ['a word may still come', [channel({ missedAt: minutes(-1) })], []],
  ['no word came', [channel({ missedAt: minutes(-3) })], ['remake']],
  ['a late word came', [channel({ missedAt: minutes(-3), heardAt: minutes(-2) })], []],
  [
    'it was not relied upon for half its life',
    [channel({ state: 'DOUBTFUL', renewAt: minutes(-1) })],
    ['remake'],
  ],
  [
    'a webhook may be later',
    [channel({ means: 'webhook', href: null, missedAt: minutes(-3) })],
    ['remove', 'register'],
  ],
] as const)('P7: %s', ([, channels, expected]) => {
  expect(acts(channels)).toEqual(expected);
});

test('P7: what nobody wishes, or leads to where we were before, is given back', () => {
  expect(acts([channel()], { wishes: [] })).toEqual(['remove']);
  expect(acts([channel()], { here: false })).toEqual(['remove', 'register']);
});

test('P7: what was arranged for other calendars than there are is renewed, unless it was refused', () => {
  expect(acts([channel()], { suits: false })).toEqual(['renew']);
  expect(acts([channel({ state: 'DOUBTFUL' })], { suits: false })).toEqual(['renew']);
  expect(acts([channel({ state: 'FAILED' })], { suits: false })).toEqual([]);
});

test('P7: what cannot be made to last is replaced, and goes a minute after the other stands', () => {
  expect(acts([channel({ renewAt: minutes(-1) })], { lasting: false })).toEqual(['replace']);
  const old = channel({ leavingAt: minutes(-2), renewAt: minutes(-2) });
  expect(acts([old])).toEqual(['register']);
  expect(acts([old, channel({ state: 'ASKED', renewAt: null, createdAt: NOW })])).toEqual([]);
  expect(acts([old, channel({ state: 'FAILED', renewAt: minutes(60) })])).toEqual([]);
  expect(acts([old, channel()])).toEqual(['remove']);
  expect(acts([channel({ leavingAt: NOW }), channel()])).toEqual([]);
  expect(nextLook([channel({ leavingAt: NOW }), channel()], NOW)).toEqual(minutes(1));
  expect(nextLook([old, channel({ state: 'FAILED', renewAt: minutes(40) })], NOW)).toEqual(minutes(40));
});

test('P7: the account is looked after when something is due, and once an hour', () => {
  expect(nextLook([], NOW)).toEqual(minutes(60));
  expect(nextLook([channel({ renewAt: minutes(20) })], NOW)).toEqual(minutes(20));
  expect(nextLook([channel({ missedAt: minutes(0) })], NOW)).toEqual(minutes(2));
  expect(nextLook([channel({ renewAt: minutes(-20) })], NOW)).toEqual(minutes(0.5));
  expect(renewalOf(minutes(60), NOW)).toEqual(minutes(30));
  expect(renewalOf(null, NOW)).toEqual(minutes(24 * 60));
});
