import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { firstDay, groupByDay, isOver, isRunning, lastDay, type Timed } from './day-groups.ts';

const ZURICH = 'Europe/Zurich';
const today = Temporal.PlainDate.from('2026-11-21');

function timed(start: string, end: string): Timed {
  return { startsAt: new Date(start), endsAt: new Date(end), allDay: false, startDate: null, endDate: null };
}

/** @param zone in whose midnights the instants lie */
function allDay(startDate: string, endDate: string, zone = ZURICH): Timed {
  const at = (date: string) =>
    new Date(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);
  return { startsAt: at(startDate), endsAt: at(endDate), allDay: true, startDate, endDate };
}

const datesOf = (events: readonly Timed[]) =>
  groupByDay(events, ZURICH, today).map(({ date, events }) => [date, events.length]);

test('an event stands under the day on which it begins in the zone shown', () => {
  expect(datesOf([timed('2026-11-21T23:30:00Z', '2026-11-22T00:30:00Z')])).toEqual([['2026-11-22', 1]]);
});

test('what began before today and goes on is listed once, today', () => {
  expect(datesOf([timed('2026-11-19T10:00:00Z', '2026-11-23T10:00:00Z')])).toEqual([['2026-11-21', 1]]);
});

test('days come in order and all-day events first', () => {
  const evening = timed('2026-11-22T19:00:00Z', '2026-11-22T20:00:00Z');
  const closed = allDay('2026-11-22', '2026-11-23');
  const now = timed('2026-11-21T09:00:00Z', '2026-11-21T10:00:00Z');
  const groups = groupByDay([evening, closed, now], ZURICH, today);
  expect(groups.map(({ events }) => events)).toEqual([[now], [closed, evening]]);
});

test('T2 an all-day event keeps its dates in every zone', () => {
  const birthday = allDay('2026-11-24', '2026-11-25', 'Pacific/Auckland');
  for (const zone of ['Pacific/Auckland', 'Europe/Zurich', 'America/Los_Angeles', 'UTC']) {
    expect([firstDay(birthday, zone).toString(), lastDay(birthday, zone).toString()]).toEqual([
      '2026-11-24',
      '2026-11-24',
    ]);
  }
});

test('what ends at midnight does not reach into the next day', () => {
  expect(lastDay(timed('2026-11-21T20:00:00Z', '2026-11-21T23:00:00Z'), ZURICH).toString()).toBe(
    '2026-11-21',
  );
  expect(lastDay(timed('2026-11-21T20:00:00Z', '2026-11-21T23:01:00Z'), ZURICH).toString()).toBe(
    '2026-11-22',
  );
});

test('an event runs from its start up to, not including, its end', () => {
  const event = timed('2026-11-21T09:00:00Z', '2026-11-21T10:00:00Z');
  const at = (time: string) => isRunning(event, new Date(`2026-11-21T${time}:00Z`));
  expect([at('08:59'), at('09:00'), at('09:59'), at('10:00')]).toEqual([false, true, true, false]);
});

test('an all-day event is over when its last day is', () => {
  const event = allDay('2026-11-20', '2026-11-22');
  const at = new Date('2026-11-21T22:00:00Z');
  expect(isOver(event, at, today, ZURICH)).toBe(false);
  expect(isOver(event, at, today.add({ days: 1 }), ZURICH)).toBe(true);
});
