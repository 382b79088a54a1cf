import { describe, expect, test } from 'vitest';
import { createFormats } from '../formats.ts';
import { byPartOfDay } from './part-of-day.ts';
import { dateIn, isTwice, offsetAt, offsetText, readAlike } from './zoned.ts';

const at = (text: string) => new Date(text);
const english = createFormats('en-GB');

describe('B11 case 2: an hour that clocks show twice', () => {
  const [summer, winter] = [at('2026-10-25T00:30Z'), at('2026-10-25T01:30Z')];
  test('is told apart by its offset, and only that hour is', () => {
    expect(english.time(summer, 'Europe/Paris')).toBe('02:30 (UTC+2)');
    expect(english.time(winter, 'Europe/Paris')).toBe('02:30 (UTC+1)');
    expect(english.time(at('2026-10-24T23:30Z'), 'Europe/Paris')).toBe('01:30');
    expect(english.time(at('2026-10-25T02:00Z'), 'Europe/Paris')).toBe('03:00');
  });
  test('is half an hour on Lord Howe', () => {
    expect(isTwice(at('2026-04-04T14:45Z'), 'Australia/Lord_Howe')).toBe(true);
    expect(isTwice(at('2026-04-04T14:15Z'), 'Australia/Lord_Howe')).toBe(false);
  });
  test('does not come in spring', () => {
    expect(isTwice(at('2026-03-29T00:30Z'), 'Europe/Paris')).toBe(false);
    expect(isTwice(at('2026-03-29T01:30Z'), 'Europe/Paris')).toBe(false);
  });
});

describe('B11 case 6: zones with half and quarter hours, and without summer time', () => {
  test.each([
    ['Asia/Kolkata', 'UTC+5:30'],
    ['Asia/Kathmandu', 'UTC+5:45'],
    ['America/St_Johns', 'UTC−3:30'],
    ['Africa/Abidjan', 'UTC'],
    ['America/Phoenix', 'UTC−7'],
  ])('%s is %s', (zone, text) => {
    expect(offsetText(offsetAt(at('2026-01-15T12:00Z'), zone))).toBe(text);
  });
});

describe('B11 case 7: across the date line', () => {
  const slot = at('2026-11-24T23:30Z');
  test.each([
    ['Pacific/Auckland', '2026-11-25', '12:30'],
    ['Pacific/Honolulu', '2026-11-24', '13:30'],
    ['Pacific/Kiritimati', '2026-11-25', '13:30'],
    ['Europe/Zurich', '2026-11-25', '00:30'],
  ])('a slot stands under the date of %s', (zone, date, time) => {
    expect(dateIn(slot, zone)).toBe(date);
    expect(english.time(slot, zone)).toBe(time);
  });
});

test('B11 case 5: in the weeks between two changes of the clock the difference is told as it is then', () => {
  const [between, after] = [at('2026-10-28T15:00Z'), at('2026-11-10T15:00Z')];
  expect(readAlike([after], 'Europe/Zurich', 'Europe/Berlin')).toBe(true);
  expect(english.time(between, 'America/New_York')).toBe('11:00');
  expect(english.time(after, 'America/New_York')).toBe('10:00');
});

test('B11 case 15: a day without a midnight has its times under its own date', () => {
  expect(dateIn(at('2026-09-06T04:00Z'), 'America/Santiago')).toBe('2026-09-06');
  expect(english.time(at('2026-09-06T04:00Z'), 'America/Santiago')).toBe('01:00');
});

test('B11 case 9: slots after midnight are a part of the day of their own, before the morning', () => {
  const slots = [{ start: at('2026-11-24T23:30Z') }, { start: at('2026-11-25T09:00Z') }];
  const parts = byPartOfDay([...slots, { start: at('2026-11-25T19:00Z') }], 'Europe/Zurich');
  expect(parts.map(({ part }) => part)).toEqual(['night', 'morning', 'evening']);
});

test('dates and lengths are written as in the reader’s language', () => {
  const french = createFormats('fr-CH');
  expect(english.longDate('2026-05-05')).toBe('Tuesday, 5 May 2026');
  expect(french.months('2026-08', '2026-08')).toBe('août 2026');
  expect(french.months('2026-12', '2027-01')).toMatch(/^décembre 2026\s–\sjanvier 2027$/);
  expect(english.months('2026-11', '2026-12')).toMatch(/^November\s–\sDecember 2026$/);
  expect(french.weekdays[0]?.long).toBe('lundi');
  expect(createFormats('en-US').weekdays[0]?.long).toBe('Sunday');
  expect(english.length(90)).toBe('1 hr 30 mins');
  expect(french.length(60)).toMatch(/^1\s?h$/);
});
