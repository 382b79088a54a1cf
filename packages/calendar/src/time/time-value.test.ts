import { expect, test } from 'vitest';
import { parseTime } from './time-value.ts';

test.each([
  ['20260329', { kind: 'date', day: 20_541 }],
  ['20260329T103000', { kind: 'local', wall: Date.UTC(2026, 2, 29, 10, 30), tzid: 'X' }],
  ['20260329T103000Z', { kind: 'utc', at: Date.UTC(2026, 2, 29, 10, 30) }],
  ['2026-03-29T10:30:00', { kind: 'local', wall: Date.UTC(2026, 2, 29, 10, 30), tzid: 'X' }],
  ['20260329T103060Z', { kind: 'utc', at: Date.UTC(2026, 2, 29, 10, 30, 59) }],
])('%s is read', (text, expected) => {
  expect(parseTime(text, 'X')).toEqual(expected);
});

test.each([
  '',
  '20260230',
  '20261301',
  '00000101',
  '20260329T2430',
  '20260329T250000',
  '20260329T106000',
  'today',
])('"%s" is no time', (text) => {
  expect(parseTime(text)).toBeNull();
});
