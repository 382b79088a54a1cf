import { expect, test } from 'vitest';
import { gathered, keptMonths, monthsIn, patched, spanOf, touches } from './months.ts';

const at = (time: string) => new Date(`${time}Z`);
const event = (id: string, from: string, to: string, calendarId = 'a') => ({
  id,
  calendarId,
  startsAt: at(from),
  endsAt: at(to),
});
const ids = (events: readonly { id: string }[]) => events.map(({ id }) => id);

test('I6 the last three months and the next six can be read, over the end of a year as well', () => {
  const months = keptMonths(at('2026-11-29T12:00'));
  expect(months[0]).toBe('2026-11');
  expect(months.toSorted().at(0)).toBe('2026-08');
  expect(months).toContain('2027-05');
  expect(new Set(months).size).toBe(11);
});

test('a month ends where the next one begins', () => {
  expect(spanOf('2026-12')).toEqual({ from: at('2026-12-01T00:00'), to: at('2027-01-01T00:00') });
  expect(monthsIn({ from: at('2026-12-28T00:00'), to: at('2027-01-04T00:00') })).toEqual([
    '2026-12',
    '2027-01',
  ]);
  expect(monthsIn({ from: at('2026-11-01T00:00'), to: at('2026-12-01T00:00') })).toEqual(['2026-11']);
});

test('an event touches a span that it reaches into, and one of no length the span that it stands in', () => {
  const span = { from: at('2026-11-02T00:00'), to: at('2026-11-03T00:00') };
  expect(touches(event('x', '2026-11-01T23:00', '2026-11-02T00:00'), span)).toBe(false);
  expect(touches(event('x', '2026-11-01T23:00', '2026-11-02T00:01'), span)).toBe(true);
  expect(touches(event('x', '2026-11-03T00:00', '2026-11-03T01:00'), span)).toBe(false);
  expect(touches(event('x', '2026-11-02T00:00', '2026-11-02T00:00'), span)).toBe(true);
});

test('I6 a part of a month that was asked for again takes the place of what was there', () => {
  const held = [
    event('stays', '2026-11-01T08:00', '2026-11-01T09:00'),
    event('gone', '2026-11-02T08:00', '2026-11-02T09:00'),
    event('moved', '2026-11-02T10:00', '2026-11-02T11:00'),
  ];
  const span = { from: at('2026-11-02T00:00'), to: at('2026-11-03T00:00') };
  const fresh = [
    event('moved', '2026-11-02T12:00', '2026-11-02T13:00'),
    event('new', '2026-11-02T14:00', '2026-11-02T15:00'),
  ];
  expect(ids(patched('2026-11', held, span, fresh))).toEqual(['stays', 'moved', 'new']);
});

test('an event over the end of a month is there once, and in order', () => {
  const over = event('over', '2026-11-30T22:00', '2026-12-01T02:00');
  const span = { from: at('2026-11-30T00:00'), to: at('2026-12-07T00:00') };
  const first = event('first', '2026-11-30T08:00', '2026-11-30T09:00');
  expect(ids(gathered([[over, first], [over]], span))).toEqual(['first', 'over']);
});
