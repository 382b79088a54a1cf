import { describe, expect, test } from 'vitest';
import { calendar, event, instant, read, spansOf, startsOf } from '../../testing/calendar-text.ts';

const BERLIN = ';TZID=Europe/Berlin';
/** Every Monday at ten in Berlin from 2 March 2026, an hour long. */
const MONDAYS = event(
  `DTSTART${BERLIN}:20260302T100000`,
  `DTEND${BERLIN}:20260302T110000`,
  'RRULE:FREQ=WEEKLY',
);
const MARCH = { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 2, 31) };

function march(...components: string[]) {
  return read(calendar(...components), MARCH);
}

function override(id: string, start: string, ...lines: string[]): string {
  return event(`RECURRENCE-ID${id}`, `DTSTART${BERLIN}:${start}`, 'DURATION:PT30M', ...lines);
}

describe('T3 an override', () => {
  test.each([
    ['by TZID', `${BERLIN}:20260309T100000`],
    ['in UTC', ':20260309T090000Z'],
    ['in another zone', ';TZID=Asia/Tokyo:20260309T180000'],
    ['floating', ':20260309T100000'],
    ['as a date', ';VALUE=DATE:20260309'],
  ])('case 53: named %s replaces its instance', (_, id) => {
    const object = march(MONDAYS, override(id, '20260309T140000', 'SUMMARY:Moved'));
    expect(spansOf(object)).toEqual([
      '2026-03-02T09:00:00Z/2026-03-02T10:00:00Z',
      '2026-03-09T13:00:00Z/2026-03-09T13:30:00Z',
      '2026-03-16T09:00:00Z/2026-03-16T10:00:00Z',
      '2026-03-23T09:00:00Z/2026-03-23T10:00:00Z',
      '2026-03-30T08:00:00Z/2026-03-30T09:00:00Z',
    ]);
    expect(object.occurrences[1]).toMatchObject({ component: 1, recurrenceId: '20260309T090000Z' });
    expect(object.flags).toEqual([]);
  });

  test('case 54: moved out of the window leaves it', () => {
    const object = march(MONDAYS, override(':20260309T090000Z', '20260501T100000'));
    expect(startsOf(object).map((start) => start.slice(8, 10))).toEqual(['02', '16', '23', '30']);
  });

  test('case 54: moved into the window is in it, from later and from earlier', () => {
    const earlier = override(':20260406T080000Z', '20260305T100000');
    const later = override(':20260504T080000Z', '20260306T100000');
    const object = march(MONDAYS, earlier, later);
    expect(startsOf(object).map((start) => start.slice(8, 10))).toEqual([
      '02',
      '05',
      '06',
      '09',
      '16',
      '23',
      '30',
    ]);
    const february = read(calendar(MONDAYS, override(':20260309T090000Z', '20260210T100000')), {
      from: Date.UTC(2026, 1, 1),
      to: Date.UTC(2026, 2, 1),
    });
    expect(startsOf(february)).toEqual(['2026-02-10T09:00:00Z']);
    expect(instant(february.firstStart ?? 0)).toBe('2026-02-10T09:00:00Z');
  });

  test('case 54: that is cancelled is kept and frees its time', () => {
    const object = march(MONDAYS, override(':20260309T090000Z', '20260309T100000', 'STATUS:CANCELLED'));
    expect(object.occurrences.map((occurrence) => occurrence.busy)).toEqual([true, false, true, true, true]);
  });

  test('case 52: counts for COUNT', () => {
    const three = MONDAYS.replace('FREQ=WEEKLY', 'FREQ=WEEKLY;COUNT=3');
    const object = march(three, override(':20260309T090000Z', '20260310T100000'));
    expect(startsOf(object).map((start) => start.slice(8, 10))).toEqual(['02', '10', '16']);
  });

  test('in an older version gives way to the newer, wherever it stands', () => {
    const newer = override(':20260309T090000Z', '20260311T100000', 'SEQUENCE:2');
    const older = override(':20260309T090000Z', '20260310T100000', 'SEQUENCE:1');
    for (const order of [
      [newer, older],
      [older, newer],
    ]) {
      expect(startsOf(march(MONDAYS, ...order)).map((start) => start.slice(8, 10))).toContain('11');
      expect(march(MONDAYS, ...order).occurrences).toHaveLength(5);
    }
  });

  test('that says nothing of its time keeps that of its instance', () => {
    const object = march(MONDAYS, event('RECURRENCE-ID:20260309T090000Z', 'SUMMARY:Renamed'));
    expect(spansOf(object)[1]).toBe('2026-03-09T09:00:00Z/2026-03-09T10:00:00Z');
    expect(object.occurrences[1]?.component).toBe(1);
  });

  test('of an instance that the rule does not give is shown all the same', () => {
    const object = march(MONDAYS, override(':20260311T090000Z', '20260311T100000'));
    expect(startsOf(object)).toContain('2026-03-11T09:00:00Z');
  });

  test('before its master in the file belongs to it', () => {
    const object = march(override(':20260309T090000Z', '20260309T140000'), MONDAYS);
    expect(startsOf(object)).toContain('2026-03-09T13:00:00Z');
    expect(object.occurrences).toHaveLength(5);
    expect(object.flags).toEqual([]);
  });

  test('of an all-day series replaces the day', () => {
    const days = event('DTSTART;VALUE=DATE:20260302', 'RRULE:FREQ=WEEKLY');
    const moved = event('RECURRENCE-ID;VALUE=DATE:20260309', 'DTSTART;VALUE=DATE:20260310');
    const object = march(days, moved);
    expect(startsOf(object)).toEqual(['2026-03-02', '2026-03-10', '2026-03-16', '2026-03-23', '2026-03-30']);
    expect(object.occurrences[1]?.recurrenceId).toBe('20260309');
  });
});

describe('T1 case 45: an override without its master', () => {
  test('stands for itself under its own id', () => {
    const object = read(calendar(override(':20260309T090000Z', '20260309T140000')));
    expect(spansOf(object)).toEqual(['2026-03-09T13:00:00Z/2026-03-09T13:30:00Z']);
    expect(object.occurrences[0]?.recurrenceId).toBe('20260309T090000Z');
    expect(object.flags).toEqual(['override-without-master']);
    expect(object.recurring).toBe(false);
  });

  test('on a day keeps the day', () => {
    const object = read(calendar(event('RECURRENCE-ID;VALUE=DATE:20260309', 'DTSTART;VALUE=DATE:20260310')));
    expect(object.occurrences[0]).toMatchObject({ recurrenceId: '20260309', startDate: '2026-03-10' });
  });
});

describe('T3 RANGE=THISANDFUTURE', () => {
  const range = ';RANGE=THISANDFUTURE';

  test('moves and shortens every later instance on the clock of the series', () => {
    const object = march(MONDAYS, override(`${range}:20260316T090000Z`, '20260317T143000', 'SUMMARY:Later'));
    expect(spansOf(object)).toEqual([
      '2026-03-02T09:00:00Z/2026-03-02T10:00:00Z',
      '2026-03-09T09:00:00Z/2026-03-09T10:00:00Z',
      '2026-03-17T13:30:00Z/2026-03-17T14:00:00Z',
      '2026-03-24T13:30:00Z/2026-03-24T14:00:00Z',
    ]);
    expect(object.occurrences.map((occurrence) => occurrence.component)).toEqual([0, 0, 1, 1]);
    expect(object.occurrences[3]?.recurrenceId).toBe('20260323T090000Z');
  });

  test('reaches an instance that only the move brings into the window', () => {
    const object = march(MONDAYS, override(`${range}:20260406T080000Z`, '20260330T200000'));
    expect(startsOf(object).at(-1)).toBe('2026-03-30T18:00:00Z');
  });

  test('gives way to an override of one instance, and to the next of its kind', () => {
    const object = march(
      MONDAYS,
      override(`${range}:20260309T090000Z`, '20260309T120000'),
      override(':20260316T090000Z', '20260316T160000'),
      override(`${range}:20260323T090000Z`, '20260323T180000'),
    );
    expect(startsOf(object)).toEqual([
      '2026-03-02T09:00:00Z',
      '2026-03-09T11:00:00Z',
      '2026-03-16T15:00:00Z',
      '2026-03-23T17:00:00Z',
      '2026-03-30T16:00:00Z',
    ]);
  });

  test('can turn the rest into whole days', () => {
    const whole = event(`RECURRENCE-ID${range}:20260323T090000Z`, 'DTSTART;VALUE=DATE:20260324');
    const object = march(MONDAYS, whole);
    expect(startsOf(object)).toEqual([
      '2026-03-02T09:00:00Z',
      '2026-03-09T09:00:00Z',
      '2026-03-16T09:00:00Z',
      '2026-03-24',
      '2026-03-31',
    ]);
  });
});
