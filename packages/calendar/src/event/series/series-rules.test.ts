import { describe, expect, test } from 'vitest';
import { instant, readEventOf, startsOf } from '../../testing/calendar-text.ts';

const BERLIN = ';TZID=Europe/Berlin';
const AT_TEN = `DTSTART${BERLIN}:20260302T100000`;

/** Days of the instances of a daily event that starts on 2 March 2026 at ten in Berlin. */
function days(...lines: string[]): string {
  return startsOf(readEventOf(AT_TEN, ...lines))
    .map((start) => start.slice(8, 10))
    .join(' ');
}

describe('T3 case 52: UNTIL', () => {
  test.each([
    ['as UTC, inclusive', '20260304T090000Z', '02 03 04'],
    ['as UTC, a second before', '20260304T085959Z', '02 03'],
    ['as a local time, inclusive', '20260304T100000', '02 03 04'],
    ['as a local time, a second before', '20260304T095959', '02 03'],
    ['as a date, all of it', '20260304', '02 03 04'],
    ['on DTSTART itself', '20260302T090000Z', '02'],
  ])('%s', (_, until, expected) => {
    expect(days(`RRULE:FREQ=DAILY;UNTIL=${until}`)).toBe(expected);
  });

  test.each([
    ['as a date', '20260304', 3],
    ['as midnight of the calendar’s zone in UTC', '20260303T230000Z', 3],
    ['as midnight of UTC', '20260304T000000Z', 3],
    ['as the last second of the day', '20260304T225959Z', 3],
    ['as a local time', '20260304T120000', 3],
  ])('of an all-day series %s', (_, until, expected) => {
    const object = readEventOf('DTSTART;VALUE=DATE:20260302', `RRULE:FREQ=DAILY;UNTIL=${until}`);
    expect(object.occurrences).toHaveLength(expected);
  });

  test('before DTSTART leaves nothing, and says so', () => {
    const object = readEventOf(AT_TEN, 'RRULE:FREQ=DAILY;UNTIL=20260201T000000Z');
    expect(object.occurrences).toEqual([]);
    expect(object.flags).toEqual(['no-instances']);
  });
});

describe('T3 case 52: COUNT', () => {
  test('counts DTSTART where the rule does not give it', () => {
    expect(days('RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3')).toBe('02 03 10');
  });

  test('counts the instances that EXDATE takes out', () => {
    expect(days('RRULE:FREQ=DAILY;COUNT=4', `EXDATE${BERLIN}:20260303T100000`)).toBe('02 04 05');
  });

  test('counts from DTSTART when the window begins later', () => {
    const object = readEventOf(`DTSTART${BERLIN}:20251230T100000`, 'RRULE:FREQ=DAILY;COUNT=4');
    expect(startsOf(object)).toEqual(['2026-01-01T09:00:00Z', '2026-01-02T09:00:00Z']);
  });
});

describe('T3 case 53: EXDATE', () => {
  test.each([
    ['with TZID', `EXDATE${BERLIN}:20260303T100000`],
    ['in UTC', 'EXDATE:20260303T090000Z'],
    ['in another zone', 'EXDATE;TZID=Asia/Tokyo:20260303T180000'],
    ['floating', 'EXDATE:20260303T100000'],
    ['as a date', 'EXDATE;VALUE=DATE:20260303'],
    ['as a date that does not say so', 'EXDATE:20260303'],
    ['in a list', `EXDATE${BERLIN}:20250101T100000,20260303T100000`],
    ['with separators', `EXDATE${BERLIN}:2026-03-03T10:00:00`],
  ])('%s', (_, line) => {
    expect(days('RRULE:FREQ=DAILY;COUNT=3', line)).toBe('02 04');
  });

  test('leaves alone what it does not name', () => {
    expect(days('RRULE:FREQ=DAILY;COUNT=3', `EXDATE${BERLIN}:20260303T110000`)).toBe('02 03 04');
  });

  test.each([
    'EXDATE;VALUE=DATE:20260303',
    'EXDATE:20260303T000000',
    'EXDATE:20260302T230000Z',
    'EXDATE:20260303T000000Z',
  ])('of an all-day series, %s', (line) => {
    const object = readEventOf('DTSTART;VALUE=DATE:20260302', 'RRULE:FREQ=DAILY;COUNT=3', line);
    expect(startsOf(object)).toEqual(['2026-03-02', '2026-03-04']);
  });

  test('case 58: of every instance leaves a series without any, and says so', () => {
    const object = readEventOf(AT_TEN, 'RRULE:FREQ=DAILY;COUNT=2', 'EXDATE;VALUE=DATE:20260302,20260303');
    expect(object.occurrences).toEqual([]);
    expect(object.flags).toEqual(['no-instances']);
    expect(object.firstStart).toBeNull();
  });
});

describe('T3 case 53: RDATE', () => {
  test.each([
    ['with TZID', `RDATE${BERLIN}:20260310T100000`],
    ['in UTC', 'RDATE:20260310T090000Z'],
    ['as a date, at the time of the series', 'RDATE;VALUE=DATE:20260310'],
  ])('%s joins DTSTART', (_, line) => {
    expect(startsOf(readEventOf(AT_TEN, line))).toEqual(['2026-03-02T09:00:00Z', '2026-03-10T09:00:00Z']);
  });

  test('joins RRULE, and counts once where both give an instance', () => {
    expect(days('RRULE:FREQ=DAILY;COUNT=2', `RDATE${BERLIN}:20260303T100000,20260310T100000`)).toBe(
      '02 03 10',
    );
  });

  test('is taken out by EXDATE', () => {
    expect(days(`RDATE${BERLIN}:20260310T100000`, 'EXDATE:20260310T090000Z')).toBe('02');
  });

  test('as a PERIOD has its own length', () => {
    const object = readEventOf(
      AT_TEN,
      'DURATION:PT1H',
      `RDATE;VALUE=PERIOD${BERLIN}:20260310T100000/PT3H,20260311T100000/20260311T120000`,
    );
    expect(object.occurrences.map(({ start, end }) => (end - start) / 3_600_000)).toEqual([1, 3, 2]);
    expect(object.flags).toEqual([]);
  });

  test('of an all-day series', () => {
    const object = readEventOf('DTSTART;VALUE=DATE:20260302', 'RDATE;VALUE=DATE:20260310,20260305');
    expect(startsOf(object)).toEqual(['2026-03-02', '2026-03-05', '2026-03-10']);
  });
});

describe('T3 case 55: days that do not exist are left out', () => {
  test.each([
    ['the 31st', 'FREQ=MONTHLY', '20260131', ['2026-01-31', '2026-03-31', '2026-05-31', '2026-07-31']],
    ['30 February', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '20260101', ['2026-01-01']],
    ['the last of February', 'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=-1', '20260228', ['2026-02-28']],
    [
      'the fifth Monday',
      'FREQ=MONTHLY;BYDAY=5MO',
      '20260330',
      ['2026-03-30', '2026-06-29', '2026-08-31', '2026-11-30'],
    ],
  ])('%s', (_, rule, start, expected) => {
    const object = readEventOf(`DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`);
    expect(startsOf(object).slice(0, 4)).toEqual(expected);
  });

  test('29 February comes every four years', () => {
    const object = readEventOf('DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY');
    expect(object.occurrences).toEqual([]);
    expect(object.flags).toEqual([]);
  });
});

describe('T3 a rule that cannot be read', () => {
  test.each(['FREQ=FORTNIGHTLY', 'FREQ=MONTHLY;BYMONTHDAY=32', 'FREQ=DAILY;INTERVAL=0', 'garbage'])(
    '%s',
    (rule) => {
      const object = readEventOf(AT_TEN, `RRULE:${rule}`);
      expect(startsOf(object)).toEqual(['2026-03-02T09:00:00Z']);
      expect(object.flags).toEqual(['invalid-rule']);
      expect(object.components[0]?.rrule).toBe(rule);
    },
  );

  test('finer than a day on a date', () => {
    const object = readEventOf('DTSTART;VALUE=DATE:20260302', 'RRULE:FREQ=HOURLY');
    expect(startsOf(object)).toEqual(['2026-03-02']);
    expect(object.flags).toEqual(['invalid-rule']);
  });
});

describe('T3 case 49: what a rule says of the time of day is nothing to a date', () => {
  test.each([
    'FREQ=DAILY;BYHOUR=9,17;COUNT=3',
    'FREQ=DAILY;BYHOUR=10;BYMINUTE=30;BYSECOND=15;COUNT=3',
    'FREQ=DAILY;BYHOUR=1,2;BYSETPOS=1;UNTIL=20260304',
  ])('%s', (rule) => {
    const object = readEventOf('DTSTART;VALUE=DATE:20260302', `RRULE:${rule}`);
    expect(startsOf(object)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04']);
    expect(object.flags).toEqual([]);
  });

  test('nor to the days that are left out', () => {
    const object = readEventOf(
      'DTSTART;VALUE=DATE:20260302',
      'RRULE:FREQ=DAILY;COUNT=3',
      'EXRULE:FREQ=DAILY;BYHOUR=10;COUNT=2',
    );
    expect(startsOf(object)).toEqual(['2026-03-02', '2026-03-04']);
  });
});

describe('the edges of a series', () => {
  test.each([
    ['never ends', 'RRULE:FREQ=DAILY', null],
    ['ends with COUNT', 'RRULE:FREQ=DAILY;COUNT=3', '2026-03-04T09:00:00Z'],
    ['ends with UNTIL', 'RRULE:FREQ=DAILY;UNTIL=20260304T090000Z', '2026-03-04T09:00:00Z'],
    ['counts further than is worth it', 'RRULE:FREQ=DAILY;COUNT=100000', null],
  ])('%s', (_, rule, expected) => {
    const object = readEventOf(AT_TEN, rule);
    expect(object.firstStart).toBe(Date.UTC(2026, 2, 2, 9));
    expect(object.lastEnd === null ? null : instant(object.lastEnd)).toBe(expected);
  });

  test('begins with the first instance that is left', () => {
    const object = readEventOf(AT_TEN, 'RRULE:FREQ=DAILY', 'EXDATE;VALUE=DATE:20260302,20260303');
    expect(instant(object.firstStart ?? 0)).toBe('2026-03-04T09:00:00Z');
  });

  test('a long instance that began before the window is in it', () => {
    const object = readEventOf('DTSTART:20201225T100000Z', 'DURATION:P10D', 'RRULE:FREQ=YEARLY');
    expect(startsOf(object)).toEqual(['2025-12-25T10:00:00Z', '2026-12-25T10:00:00Z']);
  });

  test('an event that does not recur is listed whole, whatever the window', () => {
    expect(startsOf(readEventOf('DTSTART:20200101T100000Z'))).toEqual(['2020-01-01T10:00:00Z']);
  });
});
