import { expect, test } from 'vitest';
import { hoursInUse } from './hours-in-use.ts';

const hours = (...events: [start: string, end: string][]) => {
  const { slotMinTime, slotMaxTime } = hoursInUse(
    events.map(([start, end]) => ({ start, end, allDay: false })),
    'Europe/Zurich',
  );
  return `${slotMinTime.slice(0, 5)}-${slotMaxTime.slice(0, 5)}`;
};

test('on paper no event is left out, and hours without any are', () => {
  expect(hours()).toBe('09:00-18:00');
  expect(hours(['2026-12-03T06:30:00Z', '2026-12-03T08:00:00Z'])).toBe('07:00-18:00');
  expect(hours(['2026-12-03T18:00:00Z', '2026-12-03T20:15:00Z'])).toBe('09:00-22:00');
  expect(hours(['2026-12-03T20:00:00', '2026-12-04T00:00:00'])).toBe('09:00-24:00');
  expect(hours(['2026-12-03T22:00:00', '2026-12-04T02:00:00'])).toBe('00:00-24:00');
});
