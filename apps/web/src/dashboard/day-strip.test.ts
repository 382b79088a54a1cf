import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dayStrip } from './day-strip.ts';

const ZURICH = 'Europe/Zurich';
const day = Temporal.PlainDate.from('2026-11-21');

/** Wall times in Zurich on the day itself, such as `09:30`. */
function event(from: string, to: string, more: object = {}) {
  const at = (time: string) => new Date(`2026-11-21T${time}:00+01:00`);
  const times = { startsAt: at(from), endsAt: at(to), allDay: false, startDate: null, endDate: null };
  return { ...times, busy: true, status: null, ...more };
}

const parts = (events: readonly ReturnType<typeof event>[]) =>
  dayStrip(events, day, ZURICH).busy.map(({ left, width }) => [left, width]);

test('an event takes its share of the twelve hours', () => {
  expect(parts([event('11:00', '14:00')])).toEqual([[0.25, 0.25]]);
});

test('overlapping and touching events are one taken time', () => {
  const strip = dayStrip(
    [event('12:00', '14:00'), event('08:00', '11:00'), event('10:00', '12:00')],
    day,
    ZURICH,
  );
  expect(strip.busy).toHaveLength(1);
  expect(strip.busy[0]).toMatchObject({ left: 0, width: 0.5 });
});

test('what lies outside the hours is cut off or left out', () => {
  expect(parts([event('06:00', '07:30'), event('07:00', '09:00'), event('19:00', '22:00')])).toEqual([
    [0, 1 / 12],
    [11 / 12, expect.closeTo(1 / 12)],
  ]);
});

test('T4 free and cancelled events take no time', () => {
  expect(
    parts([event('09:00', '10:00', { busy: false }), event('11:00', '12:00', { status: 'cancelled' })]),
  ).toEqual([]);
});

test('an all-day event blocks the day it names and no other', () => {
  const closed = event('00:00', '23:59', { allDay: true, startDate: '2026-11-21', endDate: '2026-11-22' });
  expect(dayStrip([closed], day, ZURICH)).toEqual({ allDay: true, busy: [] });
  expect(dayStrip([closed], day.add({ days: 1 }), ZURICH).allDay).toBe(false);
});

test('the hours follow the wall clock through a change of time', () => {
  const spring = Temporal.PlainDate.from('2026-03-29');
  const morning = {
    ...event('08:00', '11:00'),
    startsAt: new Date('2026-03-29T06:00:00Z'),
    endsAt: new Date('2026-03-29T09:00:00Z'),
  };
  expect(dayStrip([morning], spring, ZURICH).busy[0]).toMatchObject({ left: 0, width: 0.25 });
});
