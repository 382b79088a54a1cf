import { expect, test } from 'vitest';
import { judgeToken } from './judge-token.ts';

const sabre = (n: number) => `http://sabre.io/ns/sync/${n}`;
const from = (token: string, apart = false) => ({ phase: 'done', token, ctag: null, apart }) as const;

test.each([
  ['nothing is new', sabre(5), sabre(5), sabre(5), 'kept'],
  ['something is new', sabre(5), sabre(7), sabre(7), 'kept'],
  ['and more since the list', sabre(5), sabre(8), sabre(7), 'kept'],
  ['the server went back', sabre(9), sabre(3), sabre(3), 'broken'],
  ['the server went back and echoes the future', sabre(9), sabre(9), sabre(3), 'broken'],
  ['the list does not confirm what is echoed', sabre(5), sabre(5), sabre(7), 'doubtful'],
  ['opaque tokens that differ', 'a1', 'b2', 'c3', 'doubtful'],
  ['opaque tokens that agree', 'a1', 'b2', 'b2', 'kept'],
  ['a calendar of another generation', 'data:,7-40', 'data:,8-2', 'data:,8-2', 'broken'],
  ['DAViCal’s form, gone back', 'data:,40', 'data:,40', 'data:,12', 'broken'],
] as const)('S4 a cursor and the list: %s', (_, sent, received, listed, verdict) => {
  const story = { cursor: from(sent), sent, received, listed, wrote: false };
  expect(judgeToken(story)).toBe(verdict);
});

test('S4 after a write of our own the list is older than the report, and that is no proof', () => {
  const story = { cursor: from('a1'), sent: 'a1', received: 'b2', listed: 'a1' };
  expect(judgeToken({ ...story, wrote: true })).toBe('kept');
  expect(judgeToken({ ...story, wrote: false })).toBe('doubtful');
});

test('S4 where lists and reports always differ in form, that they differ is no proof', () => {
  const story = { sent: 'a1', received: 'b2', listed: 'ctag-7', wrote: false };
  expect(judgeToken({ ...story, cursor: from('a1', true) })).toBe('kept');
  expect(
    judgeToken({ ...story, cursor: from('a1', true), sent: sabre(9), received: sabre(9), listed: sabre(2) }),
  ).toBe('broken');
});

test('S4 a list that tells nothing proves nothing', () => {
  expect(judgeToken({ cursor: from('a1'), sent: 'a1', received: 'a1', listed: null, wrote: false })).toBe(
    'kept',
  );
});
