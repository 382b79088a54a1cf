import { describe, expect, test } from 'vitest';
import { calendar, event } from '../testing/calendar-text.ts';
import { mayTouch } from './may-touch.ts';

const START = 'DTSTART;TZID=Europe/Zurich:20260302T100000';
const text = (...lines: string[]) => calendar(event(START, 'DURATION:PT1H', ...lines));
const window = (from: string, hours = 1) => ({
  zone: 'Europe/Zurich',
  from: Date.parse(from),
  to: Date.parse(from) + hours * 3_600_000,
});

describe('T4 where a rule cannot be read, the hours of its event are not free for certain', () => {
  const weekly = text('RRULE:FREQ=WEEKLY;BYDAY=XX');

  test.each([
    ['a week later', '2026-03-09T09:00:00Z', true],
    ['on any other day, too', '2026-03-12T09:30:00Z', true],
    ['in summer, by its own clock', '2026-07-06T08:00:00Z', true],
    ['years later', '2031-03-03T09:00:00Z', true],
    ['at another hour', '2026-03-09T12:00:00Z', false],
    ['just before', '2026-03-09T08:00:00Z', false],
    ['just behind', '2026-03-09T10:00:00Z', false],
    ['before it begins', '2026-02-23T09:00:00Z', false],
  ])('%s', (_, at, expected) => {
    expect(mayTouch(weekly, window(at))).toBe(expected);
  });

  test.each([
    'RRULE:FREQ=SOMETIMES',
    'RRULE:FREQ=DAILY;BYHOUR=25',
    'RRULE:FREQ=HOURLY;BYDAY=XX',
    'RDATE:someday',
    'RRULE:FREQ=MINUTELY',
  ])('%s may give any time', (line) => {
    expect(mayTouch(text(line), window('2026-03-09T20:00:00Z'))).toBe(true);
  });

  test('UNTIL ends the doubt where it can be read', () => {
    const ended = text('RRULE:FREQ=WEEKLY;BYDAY=XX;UNTIL=20260401T000000Z');
    expect(mayTouch(ended, window('2026-03-30T08:00:00Z'))).toBe(true);
    expect(mayTouch(ended, window('2026-05-04T08:00:00Z'))).toBe(false);
  });

  test.each(['TRANSP:TRANSPARENT', 'STATUS:CANCELLED'])('%s takes no time at all', (line) => {
    expect(mayTouch(text('RRULE:FREQ=WEEKLY;BYDAY=XX', line), window('2026-03-09T09:00:00Z'))).toBe(false);
  });

  test('whole days take their days', () => {
    const days = calendar(event('DTSTART;VALUE=DATE:20260302', 'RRULE:FREQ=WEEKLY;BYDAY=XX'));
    expect(mayTouch(days, window('2026-03-12T09:30:00Z'))).toBe(true);
  });
});
