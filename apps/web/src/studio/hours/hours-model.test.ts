import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeText } from '../../time/typed-time.ts';
import {
  dayProblems,
  meetsEvening,
  nextDayEnd,
  nextRange,
  type RangeText,
  sentRanges,
  sentWeek,
  WEEKDAYS,
  weekMinutes,
  weekText,
} from './hours-model.ts';

const range = (text: string): RangeText => {
  const [from = '', to = ''] = text.split('-');
  return { from, to };
};
const day = (...texts: string[]) => texts.map(range);

test('hours that were read are sent back the same', () => {
  const from = fc.integer({ min: 0, max: 1_439 }).map(timeText);
  const to = fc.integer({ min: 1, max: 1_440 }).map(timeText);
  const ranges = fc.array(fc.tuple(from, to), { maxLength: 1 });
  const week = fc.record(Object.fromEntries(WEEKDAYS.map((key) => [key, ranges])));
  fc.assert(
    fc.property(week, (weekly) => {
      expect(sentWeek(weekText(weekly))).toEqual(weekly);
    }),
  );
});

test('several ranges of a day are sent by time, however they were typed', () => {
  expect(sentRanges(day('14h-19h30', '9-12.30'))).toEqual([
    ['09:00', '12:30'],
    ['14:00', '19:30'],
  ]);
});

test('case 9: an end before the start lies on the next day, and is said', () => {
  expect(nextDayEnd(range('20:00-02:00'))).toBe(120);
  expect(nextDayEnd(range('09:00-17:00'))).toBeNull();
  expect(sentRanges(day('20:00-2:00'))).toEqual([['20:00', '02:00']]);
});

test('case 10: hours may end at midnight without reaching into the next day', () => {
  expect(nextDayEnd(range('18:00-24:00'))).toBeNull();
  expect(sentRanges(day('18:00-24:00'))).toEqual([['18:00', '24:00']]);
});

test('ranges that overlap are told of at once, touching ones are fine', () => {
  expect(dayProblems(day('09:00-13:00', '12:00-18:00'))).toEqual([null, 'overlap']);
  expect(dayProblems(day('09:00-12:00', '12:00-18:00'))).toEqual([null, null]);
  expect(dayProblems(day('20:00-02:00', '22:00-23:00'))).toEqual([null, 'overlap']);
});

test('what cannot be read is told of at its own field, and nothing is sent', () => {
  expect(dayProblems(day('nine-17:00', '18:00-late', '24:00-2:00'))).toEqual(['from', 'to', 'from']);
  expect(sentRanges(day('nine-17:00'))).toBeNull();
  expect(sentWeek(weekText({ mo: [['09:00', '']] }))).toBeNull();
});

test('an evening that reaches into the next morning is noticed, over the end of the week too', () => {
  const week = weekText({ su: [['20:00', '03:00']], mo: [['02:00', '10:00']] });
  expect(WEEKDAYS.filter((key) => meetsEvening(week, key))).toEqual(['mo']);
});

test('a further range begins after the last one, or empty when the day is full', () => {
  expect(nextRange([])).toEqual(range('10:00-18:00'));
  expect(nextRange(day('09:00-12:00'))).toEqual(range('13:00-17:00'));
  expect(nextRange(day('09:00-21:30'))).toEqual(range('22:30-24:00'));
  expect(nextRange(day('18:00-02:00'))).toEqual(range('-'));
});

test('the week is summed without counting anything twice', () => {
  expect(
    weekMinutes(
      weekText({
        mo: [
          ['09:00', '12:00'],
          ['11:00', '13:00'],
        ],
        tu: [['20:00', '02:00']],
      }),
    ),
  ).toBe(10 * 60);
});
