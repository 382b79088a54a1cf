import { expect, test } from 'vitest';
import { sharedAnswer } from './shared-answer.ts';

const event = (id: string, title: string, at = '2027-03-01T10:00:00Z') => ({
  id,
  title,
  startsAt: new Date(at),
  flags: ['new'],
});

test('I7 an answer that says the same is the answer that was there', () => {
  const before = [event('a', 'Koi'), event('b', 'Lotus')];
  expect(sharedAnswer(before, structuredClone(before))).toBe(before);
});

test('I7 of an answer in which one event changed, went or came, the others are those that were there', () => {
  const before = [event('a', 'Koi'), event('b', 'Lotus'), event('c', 'Wave')];
  const after = [event('n', 'New'), event('b', 'Lotus'), event('c', 'Wave', '2027-03-02T10:00:00Z')];
  const shared = sharedAnswer(before, structuredClone(after)) as typeof before;
  expect(shared).toEqual(after);
  expect(shared[1]).toBe(before[1]);
  expect(shared[2]).not.toBe(before[2]);
  expect(shared[2]?.flags).toBe(before[2]?.flags);
});

test.each([
  [undefined, [1]],
  [{ a: 1 }, { a: 1, b: undefined }],
  [{ a: 1, b: 2 }, { a: 1 }],
  [[1, 2], [1]],
  [{ a: null }, { a: {} }],
  [[], {}],
  [new Date(0), 0],
])('I7 %j and then %j is told as it is', (before, after) => {
  const shared = sharedAnswer(before, after);
  expect(shared).toStrictEqual(after);
  expect(shared).not.toBe(before);
});
