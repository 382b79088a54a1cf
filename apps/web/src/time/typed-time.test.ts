import { expect, test } from 'vitest';
import { parseTime, timeText } from './typed-time.ts';

test.each([
  ['14:30', '14:30'],
  ['14h30', '14:30'],
  ['14 h 30', '14:30'],
  ['14h', '14:00'],
  ['14 heures', '14:00'],
  ['9', '09:00'],
  ['9.15', '09:15'],
  ['930', '09:30'],
  ['1830', '18:30'],
  ['2pm', '14:00'],
  ['12 am', '00:00'],
  ['12:30 PM', '12:30'],
  ['0:00', '00:00'],
  ['24:00', '24:00'],
])('a time as people type it: %s', (typed, meant) => {
  const minutes = parseTime(typed);
  expect(minutes === null ? null : timeText(minutes)).toBe(meant);
});

test.each(['', 'noonish', '25:00', '24:01', '12:60', '13pm', '9-17', '1:2:3'])(
  'what is no time is not guessed: %s',
  (typed) => expect(parseTime(typed)).toBeNull(),
);
