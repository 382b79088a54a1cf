import { expect, test } from 'vitest';
import { calendar, event, read, startsOf } from '../testing/calendar-text.ts';

const at = (hour: number, ...lines: string[]) => event(`DTSTART:20260302T${hour}0000Z`, ...lines);

test.each([
  [['SEQUENCE:1'], ['SEQUENCE:2'], ['2026-03-02T12:00:00Z']],
  [['SEQUENCE:2'], ['SEQUENCE:1'], ['2026-03-02T10:00:00Z']],
  [['SEQUENCE:1'], [], ['2026-03-02T10:00:00Z']],
  [[], [], ['2026-03-02T10:00:00Z', '2026-03-02T12:00:00Z']],
])('T1 of two masters with %j and %j the later version is shown', (first, second, expected) => {
  const object = read(calendar(at(10, ...first), at(12, ...second)));
  expect(startsOf(object)).toEqual(expected);
  expect(object.flags).toEqual(['two-masters']);
});

test('T1 an instance whose name cannot be read displaces no series', () => {
  const object = read(
    calendar(
      at(10, 'SEQUENCE:1', 'RRULE:FREQ=DAILY;COUNT=2'),
      at(12, 'SEQUENCE:5', 'RECURRENCE-ID:tomorrow'),
    ),
  );
  expect(startsOf(object)).toEqual(['2026-03-02T10:00:00Z', '2026-03-02T12:00:00Z', '2026-03-03T10:00:00Z']);
});

test('T1 the overrides belong to the version that is shown', () => {
  const object = read(
    calendar(
      at(10, 'SEQUENCE:1', 'RRULE:FREQ=DAILY;COUNT=2'),
      at(12, 'SEQUENCE:2', 'RRULE:FREQ=DAILY;COUNT=2'),
      at(15, 'RECURRENCE-ID:20260303T120000Z', 'SUMMARY:Moved'),
    ),
  );
  expect(startsOf(object)).toEqual(['2026-03-02T12:00:00Z', '2026-03-02T15:00:00Z']);
});

test('T4 an instance that is excluded and overridden at once is what the override says', () => {
  const object = read(
    calendar(
      at(10, 'SEQUENCE:3', 'RRULE:FREQ=DAILY;COUNT=2', 'EXDATE:20260303T100000Z'),
      at(15, 'SEQUENCE:1', 'RECURRENCE-ID:20260303T100000Z'),
    ),
  );
  expect(object.occurrences.map(({ busy }) => busy)).toEqual([true, true]);
});
