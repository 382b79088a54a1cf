import { expect, test } from 'vitest';
import { eventWhen } from './event-when.ts';
import { createFormats } from './formats.ts';

const british = createFormats('en-GB');
const times = (start: string, end: string) => ({
  startsAt: new Date(start),
  endsAt: new Date(end),
  allDay: false,
  startDate: null,
  endDate: null,
});

test('a span says its day once', () => {
  const span = times('2026-11-21T09:00:00Z', '2026-11-21T10:30:00Z');
  expect(eventWhen(british, span, 'Europe/Zurich')).toBe('Saturday, 21 November 2026, 10:00 – 11:30');
});

test('a span over midnight says both days', () => {
  const span = times('2026-11-21T21:00:00Z', '2026-11-22T01:00:00Z');
  expect(eventWhen(british, span, 'Europe/Zurich')).toBe(
    'Saturday, 21 November 2026, 22:00 – Sunday, 22 November 2026, 02:00',
  );
});

test('T2 an all-day span says its dates, the last one included', () => {
  const travel = {
    ...times('2026-12-03T23:00:00Z', '2026-12-05T23:00:00Z'),
    allDay: true,
    startDate: '2026-12-04',
    endDate: '2026-12-06',
  };
  expect(eventWhen(british, travel, 'America/New_York')).toBe(
    'Friday, 4 December 2026 – Saturday, 5 December 2026',
  );
});
