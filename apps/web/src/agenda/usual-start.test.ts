import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { usualStart } from './usual-start.ts';

test.each([
  ['2026-12-02', '2026-12-02T13:20', '2026-12-02T14:00:00'],
  ['2026-12-02', '2026-12-02T14:00', '2026-12-02T14:00:00'],
  ['2026-12-02', '2026-12-02T20:59', '2026-12-02T21:00:00'],
  // By night: the next morning, never midnight, and never a time that is over.
  ['2026-12-02', '2026-12-02T21:10', '2026-12-03T09:00:00'],
  ['2026-12-02', '2026-12-02T23:30', '2026-12-03T09:00:00'],
  ['2026-12-02', '2026-12-02T02:15', '2026-12-02T09:00:00'],
  // Another day that is shown.
  ['2026-12-24', '2026-12-02T13:20', '2026-12-24T14:00:00'],
  ['2026-12-24', '2026-12-02T23:30', '2026-12-24T09:00:00'],
])('I1 something new on %s, said at %s, begins at %s', (shown, now, start) => {
  const found = usualStart(Temporal.PlainDate.from(shown), Temporal.PlainDateTime.from(now));
  expect(found.toString()).toBe(start);
});
