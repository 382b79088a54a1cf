import { describe, expect, test } from 'vitest';
import { calendar, event, read, readEventOf, spansOf, startsOf } from '../../testing/calendar-text.ts';

const BERLIN = ';TZID=Europe/Berlin';

describe('T3 case 50: a clock that is changed', () => {
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

  /** Three nights at half past two, the middle one of which is skipped, or comes twice. */
  const SPRING = { nights: [28, 29, 30], month: 3, instant: '2026-03-29T01:30:00Z', utc: '20260329T013000Z' };
  const AUTUMN = {
    nights: [24, 25, 26],
    month: 10,
    instant: '2026-10-25T00:30:00Z',
    utc: '20261025T003000Z',
  };

  describe.each([
    ['in the gap', SPRING],
    ['in the fold', AUTUMN],
  ])('%s', (_, { nights, month, instant, utc }) => {
    const day = (night: number) => `2026${String(month).padStart(2, '0')}${night}`;
    const [first = 0, middle = 0] = nights;
    const local = `${day(middle)}T023000`;
    const series = (...lines: string[]) =>
      event(`DTSTART${BERLIN}:${day(first)}T023000`, 'DURATION:PT30M', ...lines);
    const nightsOf = (...components: string[]) =>
      startsOf(read(calendar(...components))).map((start) => Number(start.slice(8, 10)));

    test('a start and an end', () => {
      const object = readEventOf(`DTSTART${BERLIN}:${local}`, `DTEND${BERLIN}:${day(middle)}T024500`);
      expect(spansOf(object)).toEqual([`${instant}/${instant.replace(':30:', ':45:')}`]);
      const end = readEventOf(`DTSTART${BERLIN}:${day(first)}T233000`, `DTEND${BERLIN}:${local}`);
      expect(spansOf(end)).toEqual([expect.stringMatching(new RegExp(`/${instant}$`))]);
    });

    test.each([
      [local, nights.slice(0, 2)],
      [utc, nights.slice(0, 2)],
      [utc.replace('3000Z', '2959Z'), nights.slice(0, 1)],
      [`${day(middle)}T022959`, nights.slice(0, 1)],
    ])('UNTIL=%s', (until, expected) => {
      expect(nightsOf(series(`RRULE:FREQ=DAILY;UNTIL=${until}`))).toEqual(expected);
    });

    test.each([`EXDATE${BERLIN}:${local}`, `EXDATE:${local}`, `EXDATE:${utc}`])('%s', (line) => {
      expect(nightsOf(series('RRULE:FREQ=DAILY;COUNT=3', line))).toEqual([nights[0], nights[2]]);
    });

    test.each([`${BERLIN}:${local}`, `:${local}`, `:${utc}`])('RECURRENCE-ID%s', (id) => {
      const moved = event(`RECURRENCE-ID${id}`, `DTSTART${BERLIN}:${day(middle)}T120000`);
      const object = read(calendar(series('RRULE:FREQ=DAILY;COUNT=3'), moved));
      expect(object.occurrences).toHaveLength(3);
      expect(startsOf(object)).not.toContain(instant);
      expect(object.occurrences[1]?.recurrenceId).toBe(utc);
    });
  });

  test('the second of two equal times is another instant, which the series does not have', () => {
    const object = readEventOf(
      `DTSTART${BERLIN}:20261024T023000`,
      'RRULE:FREQ=DAILY;COUNT=2',
      'EXDATE:20261025T013000Z',
    );
    expect(startsOf(object)).toEqual(['2026-10-24T00:30:00Z', '2026-10-25T00:30:00Z']);
  });
});

describe('T3 case 51: the length of an instance', () => {
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
    ['with an end before its start', ['DTEND:20260302T090000Z'], '2026-03-02T10:00:00Z/2026-03-02T23:00:00Z'],
    ['with a negative duration', ['DURATION:-PT1H'], '2026-03-02T10:00:00Z/2026-03-02T23:00:00Z'],
    [
      'with an end in another zone',
      ['DTEND;TZID=Asia/Tokyo:20260302T200000'],
      '2026-03-02T10:00:00Z/2026-03-02T11:00:00Z',
    ],
    ['with a date for an end', ['DTEND;VALUE=DATE:20260303'], '2026-03-02T10:00:00Z/2026-03-03T00:00:00Z'],
  ])('is right %s', (_, lines, expected) => {
    expect(spansOf(readEventOf('DTSTART:20260302T100000Z', ...lines))).toEqual([expected]);
  });
});

describe('T2 case 49: an all-day event', () => {
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

  describe.each([
    ['Europe/Berlin', '20260715T220000Z'],
    ['America/New_York', '20260716T040000Z'],
    ['Pacific/Kiritimati', '20260715T100000Z'],
    ['Europe/Berlin', '20260716T000000Z'],
    ['Europe/Berlin', '20260716'],
  ])('in %s, whose third day is named as %s', (zone, named) => {
    const series = ['DTSTART;VALUE=DATE:20260714', 'RRULE:FREQ=DAILY;COUNT=4'];
    const daysOf = (text: string) => read(text, { zone }).occurrences.map(({ startDate }) => startDate);

    test('loses that day and no other', () => {
      const text = calendar(event(...series, `EXDATE:${named}`));
      expect(daysOf(text)).toEqual(['2026-07-14', '2026-07-15', '2026-07-17']);
    });

    test('has that day replaced and no other', () => {
      const override = event('DTSTART;VALUE=DATE:20260720', `RECURRENCE-ID:${named}`);
      expect(daysOf(calendar(event(...series), override))).toEqual([
        '2026-07-14',
        '2026-07-15',
        '2026-07-17',
        '2026-07-20',
      ]);
    });

    test('ends with that day', () => {
      const text = calendar(event('DTSTART;VALUE=DATE:20260714', `RRULE:FREQ=DAILY;UNTIL=${named}`));
      expect(daysOf(text)).toEqual(['2026-07-14', '2026-07-15', '2026-07-16']);
    });
  });

  test('starts when its day does where that has no midnight', () => {
    const object = read(calendar(event('DTSTART;VALUE=DATE:20260329')), { zone: 'Asia/Beirut' });
    expect(object.occurrences[0]?.start).toBe(Date.UTC(2026, 2, 28, 22));
  });
});

describe('T2 case 47: a floating time', () => {
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
