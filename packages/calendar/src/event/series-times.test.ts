import { describe, expect, test } from 'vitest';
import { calendar, event, read, readEventOf, spansOf, startsOf } from '../testing/calendar-text.ts';

const BERLIN = ';TZID=Europe/Berlin';

describe('T3 a clock that is changed', () => {
  test('shifts an instance in the gap forward, and only that one', () => {
    const object = readEventOf(`DTSTART${BERLIN}:20260328T023000`, 'RRULE:FREQ=DAILY;COUNT=3');
    expect(startsOf(object)).toEqual([
      '2026-03-28T01:30:00Z',
      '2026-03-29T01:30:00Z',
      '2026-03-30T00:30:00Z',
    ]);
  });

  test('takes the first of two equal times', () => {
    const object = readEventOf(`DTSTART${BERLIN}:20261024T023000`, 'RRULE:FREQ=DAILY;COUNT=3');
    expect(startsOf(object)).toEqual([
      '2026-10-24T00:30:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00Z',
    ]);
  });

  test('makes one instance of two that fall together, and COUNT counts it once', () => {
    const object = readEventOf(`DTSTART${BERLIN}:20260329T003000`, 'RRULE:FREQ=HOURLY;COUNT=5');
    expect(startsOf(object)).toEqual([
      '2026-03-28T23:30:00Z',
      '2026-03-29T00:30:00Z',
      '2026-03-29T01:30:00Z',
      '2026-03-29T02:30:00Z',
      '2026-03-29T03:30:00Z',
    ]);
  });

  test('shifts a single start, end, EXDATE and RECURRENCE-ID alike', () => {
    const single = readEventOf(`DTSTART${BERLIN}:20260329T023000`, `DTEND${BERLIN}:20260329T024500`);
    expect(spansOf(single)).toEqual(['2026-03-29T01:30:00Z/2026-03-29T01:45:00Z']);
    const without = readEventOf(
      `DTSTART${BERLIN}:20260328T023000`,
      'RRULE:FREQ=DAILY;COUNT=3',
      `EXDATE${BERLIN}:20260329T023000`,
    );
    expect(startsOf(without)).toEqual(['2026-03-28T01:30:00Z', '2026-03-30T00:30:00Z']);
  });
});

describe('T3 the length of an instance', () => {
  test('is exact with DTEND: six hours over the gap stay six hours', () => {
    const object = readEventOf(
      `DTSTART${BERLIN}:20260327T230000`,
      `DTEND${BERLIN}:20260328T050000`,
      'RRULE:FREQ=DAILY;COUNT=2',
    );
    expect(spansOf(object)).toEqual([
      '2026-03-27T22:00:00Z/2026-03-28T04:00:00Z',
      '2026-03-28T22:00:00Z/2026-03-29T04:00:00Z',
    ]);
  });

  test('is nominal in days and weeks with DURATION, exact in hours', () => {
    const day = readEventOf(`DTSTART${BERLIN}:20260328T100000`, 'DURATION:P1D');
    expect(spansOf(day)).toEqual(['2026-03-28T09:00:00Z/2026-03-29T08:00:00Z']);
    const hours = readEventOf(`DTSTART${BERLIN}:20260328T100000`, 'DURATION:PT24H');
    expect(spansOf(hours)).toEqual(['2026-03-28T09:00:00Z/2026-03-29T09:00:00Z']);
    const both = readEventOf(`DTSTART${BERLIN}:20260322T100000`, 'DURATION:P1WT2H');
    expect(spansOf(both)).toEqual(['2026-03-22T09:00:00Z/2026-03-29T10:00:00Z']);
  });

  test.each([
    ['without an end', [], '2026-03-02T10:00:00Z/2026-03-02T10:00:00Z'],
    ['with an end before its start', ['DTEND:20260302T090000Z'], '2026-03-02T10:00:00Z/2026-03-02T10:00:00Z'],
    ['with a negative duration', ['DURATION:-PT1H'], '2026-03-02T10:00:00Z/2026-03-02T10:00:00Z'],
    [
      'with an end in another zone',
      ['DTEND;TZID=Asia/Tokyo:20260302T200000'],
      '2026-03-02T10:00:00Z/2026-03-02T11:00:00Z',
    ],
    ['with a date for an end', ['DTEND;VALUE=DATE:20260303'], '2026-03-02T10:00:00Z/2026-03-02T23:00:00Z'],
  ])('is right %s', (_, lines, expected) => {
    expect(spansOf(readEventOf('DTSTART:20260302T100000Z', ...lines))).toEqual([expected]);
  });
});

describe('T2 an all-day event', () => {
  test.each([
    [
      'with an exclusive end',
      ['DTSTART;VALUE=DATE:20260302', 'DTEND;VALUE=DATE:20260304'],
      '2026-03-02/2026-03-04',
    ],
    ['without an end', ['DTSTART;VALUE=DATE:20260302'], '2026-03-02/2026-03-03'],
    [
      'that ends where it starts',
      ['DTSTART;VALUE=DATE:20260302', 'DTEND;VALUE=DATE:20260302'],
      '2026-03-02/2026-03-03',
    ],
    ['with a duration', ['DTSTART;VALUE=DATE:20260302', 'DURATION:P1D'], '2026-03-02/2026-03-03'],
    ['with a duration in hours', ['DTSTART;VALUE=DATE:20260302', 'DURATION:PT48H'], '2026-03-02/2026-03-04'],
    ['that does not say VALUE=DATE', ['DTSTART:20260302', 'DTEND:20260304'], '2026-03-02/2026-03-04'],
    ['that says it of a time', ['DTSTART;VALUE=DATE:20260302T000000'], '2026-03-02/2026-03-03'],
    [
      'with a time for an end',
      ['DTSTART;VALUE=DATE:20260302', 'DTEND:20260303T230000Z'],
      '2026-03-02/2026-03-04',
    ],
  ])('%s', (_, lines, expected) => {
    const object = readEventOf(...lines);
    expect(spansOf(object)).toEqual([expected]);
    expect(object.occurrences[0]?.allDay).toBe(true);
    expect(object.components[0]?.timeZone).toBeNull();
  });

  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin', 'UTC'])(
    'keeps its days in %s',
    (zone) => {
      const text = calendar(
        event('DTSTART;VALUE=DATE:20260302', 'DTEND;VALUE=DATE:20260303', 'RRULE:FREQ=WEEKLY;COUNT=2'),
      );
      const object = read(text, { zone });
      expect(spansOf(object)).toEqual(['2026-03-02/2026-03-03', '2026-03-09/2026-03-10']);
      expect(object.occurrences.map((occurrence) => occurrence.recurrenceId)).toEqual([
        '20260302',
        '20260309',
      ]);
      const midnight = Temporal.PlainDate.from('2026-03-02').toZonedDateTime(zone).epochMilliseconds;
      expect(object.occurrences[0]?.start).toBe(midnight);
    },
  );

  test('starts when its day does where that has no midnight', () => {
    const object = read(calendar(event('DTSTART;VALUE=DATE:20260329')), { zone: 'Asia/Beirut' });
    expect(object.occurrences[0]?.start).toBe(Date.UTC(2026, 2, 28, 22));
  });
});

describe('T2 a floating time', () => {
  test.each([
    ['Europe/Berlin', '2026-07-06T08:00:00Z'],
    ['America/New_York', '2026-07-06T14:00:00Z'],
  ])('is read in the calendar’s zone %s', (zone, expected) => {
    const object = read(calendar(event('DTSTART:20260706T100000')), { zone });
    expect(startsOf(object)).toEqual([expected]);
    expect(object.components[0]?.timeZone).toBeNull();
    expect(object.flags).toEqual([]);
  });
});
