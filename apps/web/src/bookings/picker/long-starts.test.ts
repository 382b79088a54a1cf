import { expect, test } from 'vitest';
import { longStarts } from './long-starts.ts';

const slot = (from: number, to: number) => ({
  start: new Date(Date.UTC(2026, 10, 23, 0, from * 60)),
  end: new Date(Date.UTC(2026, 10, 23, 0, to * 60)),
});
const hours = (slots: readonly { start: Date }[]) =>
  slots.map(({ start }) => start.getUTCHours() + start.getUTCMinutes() / 60);

test('a long session starts where short slots follow each other for long enough', () => {
  const morning = [slot(9, 10), slot(9.5, 10.5), slot(10, 11), slot(11, 12)];
  expect(hours(longStarts([...morning, slot(14, 15)], 120))).toEqual([9, 9.5, 10]);
});

test('a gap is never bridged', () => {
  expect(longStarts([slot(9, 10), slot(11, 12)], 90)).toEqual([]);
});

test('a session shorter than the slots starts at every one of them', () => {
  expect(hours(longStarts([slot(14, 16), slot(9, 11)], 60))).toEqual([9, 14]);
});
