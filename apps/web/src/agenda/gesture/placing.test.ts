import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Timed } from '../../time/day-groups.ts';
import { placingOf, spanOf } from './placing.ts';
import { nudgedSpan, stretchedSpan, wholeDays } from './wall-span.ts';

const ZURICH = 'Europe/Zurich';
const event = (start: string, end: string): Timed => ({
  startsAt: new Date(start),
  endsAt: new Date(end),
  allDay: false,
  startDate: null,
  endDate: null,
});

test('what is put down where it was taken is the same instants', () => {
  const before = event('2026-12-01T09:00:00Z', '2026-12-01T10:30:00Z');
  expect(placingOf(spanOf(before, ZURICH), ZURICH, before)).toEqual({
    allDay: false,
    start: before.startsAt,
    end: before.endsAt,
  });
});

test('an event that is moved over a change of the clocks keeps its time of day and lasts as long', () => {
  const before = event('2027-03-27T00:30:00Z', '2027-03-27T02:30:00Z');
  const moved = nudgedSpan(spanOf(before, ZURICH), { days: 1 });
  const placing = placingOf(moved, ZURICH, before);
  expect(placing).toEqual({
    allDay: false,
    start: new Date('2027-03-28T00:30:00Z'),
    end: new Date('2027-03-28T02:30:00Z'),
  });
});

test('an event whose end is dragged ends where it was dragged to', () => {
  const before = event('2026-12-01T09:00:00Z', '2026-12-01T10:00:00Z');
  expect(placingOf(stretchedSpan(spanOf(before, ZURICH), 1), ZURICH, before)).toMatchObject({
    end: new Date('2026-12-01T10:15:00Z'),
  });
});

test('T2 whole days are dates and belong to no zone', () => {
  const days = wholeDays(Temporal.PlainDate.from('2026-12-01'), 2);
  expect(placingOf(days, 'Pacific/Auckland')).toEqual({
    allDay: true,
    start: '2026-12-01',
    end: '2026-12-03',
  });
});
