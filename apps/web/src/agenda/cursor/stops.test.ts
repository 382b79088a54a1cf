import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { daysTouched, timed, wholeDays } from '../gesture/wall-span.ts';
import { eventsAt, type Layout, placeOf, type Seen, type Sight, type Stop, settled, walk } from './stops.ts';

const date = (text: string) => Temporal.PlainDate.from(text);
const event = (id: string, start: string, minutes = 60): Seen => ({
  id,
  span: timed(Temporal.PlainDateTime.from(start), minutes),
});
const EVENTS: readonly Seen[] = [
  event('late', '2026-12-01T10:40'),
  event('early', '2026-12-01T10:30', 90),
  { id: 'fair', span: wholeDays(date('2026-12-01'), 2) },
  event('night', '2026-12-02T23:00', 180),
];
const sight = (layout: Layout = 'hours', events = EVENTS): Sight => ({
  layout,
  firstWeekday: 1,
  on: (day) =>
    events.filter(({ span }) => {
      const into = span.start.toPlainDate().until(day).days;
      return into >= 0 && into < daysTouched(span);
    }),
  first: date('2026-11-30'),
  last: date('2026-12-06'),
});
const at = (day: string, minute: number | null = null, id: string | null = null): Stop => ({
  day: date(day),
  minute,
  event: id,
});
const shown = ({ day, minute, event: id }: Stop) => [day.toString(), minute, id];
const walked = (from: Stop, keys: readonly string[], seen = sight()) =>
  shown(keys.reduce((stop, key) => walk(stop, key, seen), from));

test('I3 down a day goes by the half hour and stops at what begins there, and back the same way', () => {
  const down = ['ArrowDown', 'ArrowDown', 'ArrowDown'];
  expect(walked(at('2026-12-01', 600), down.slice(1))).toEqual(['2026-12-01', 630, 'early']);
  expect(walked(at('2026-12-01', 600), down)).toEqual(['2026-12-01', 630, 'late']);
  expect(walked(at('2026-12-01', 600), [...down, 'ArrowUp', 'ArrowUp', 'ArrowUp'])).toEqual([
    '2026-12-01',
    600,
    null,
  ]);
});

test('above the hours are the events of the whole day', () => {
  expect(walked(at('2026-12-01', 0), ['ArrowUp'])).toEqual(['2026-12-01', null, 'fair']);
  expect(walked(at('2026-12-01', 0), ['ArrowUp', 'ArrowUp', 'ArrowUp'])).toEqual(['2026-12-01', null, null]);
});

test('sideways goes a day, Page Up and Down a week, Home and End to the edges of the day', () => {
  expect(walked(at('2026-12-01', 630, 'early'), ['ArrowRight'])).toEqual(['2026-12-02', 630, null]);
  expect(walked(at('2026-12-01', 630), ['PageDown'])).toEqual(['2026-12-08', 630, null]);
  expect(walked(at('2026-12-01', 630), ['Home'])).toEqual(['2026-12-01', 0, null]);
  expect(walked(at('2026-12-01', 630), ['End', 'ArrowDown'])).toEqual(['2026-12-01', 1_410, null]);
});

test('in a month a day comes with its events, and after them the week below', () => {
  const month = sight('cells');
  const down = (times: number) => Array.from({ length: times }, () => 'ArrowDown');
  expect(walked(at('2026-12-01'), down(1), month)).toEqual(['2026-12-01', null, 'fair']);
  expect(walked(at('2026-12-01'), down(4), month)).toEqual(['2026-12-08', null, null]);
  expect(walked(at('2026-12-08'), ['ArrowUp'], month)).toEqual(['2026-12-01', null, 'late']);
  expect(walked(at('2026-12-02'), ['Home'], month)).toEqual(['2026-11-30', null, null]);
  expect(walked(at('2026-12-02'), ['End'], month)).toEqual(['2026-12-06', null, null]);
});

test('in a list only events are met, over empty days', () => {
  const list = sight('events');
  expect(walked(at('2026-12-01', null, 'late'), ['ArrowDown'], list)).toEqual(['2026-12-02', null, 'night']);
  expect(walked(at('2026-12-02', null, 'night'), ['ArrowDown'], list)).toEqual(['2026-12-02', null, 'night']);
  expect(walked(at('2026-12-02', null, 'night'), ['Home'], list)).toEqual(['2026-12-01', null, 'fair']);
});

test('an event that moved takes the cursor along, and one that went leaves it where it was', () => {
  const moved = sight('hours', [event('early', '2026-12-01T15:10')]);
  expect(shown(settled(at('2026-12-01', 630, 'early'), moved))).toEqual(['2026-12-01', 900, 'early']);
  expect(shown(settled(at('2026-12-01', 630, 'early'), sight('hours', [])))).toEqual([
    '2026-12-01',
    630,
    null,
  ]);
  expect(shown(settled(at('2026-12-01', 630, 'gone'), sight('cells', [])))).toEqual([
    '2026-12-01',
    null,
    null,
  ]);
});

test('a slot knows what lies in it, also what began the day before', () => {
  const ids = (stop: Stop) => eventsAt(stop, sight()).map(({ id }) => id);
  expect(ids(at('2026-12-01', 660))).toEqual(['early', 'late']);
  expect(ids(at('2026-12-03', 90))).toEqual(['night']);
  expect(ids(at('2026-12-03', 120))).toEqual([]);
  expect(ids(at('2026-12-02'))).toEqual(['fair', 'night']);
  expect(placeOf(at('2026-12-01', 660), 'hours')).toMatchObject({ kind: 'time' });
  expect(placeOf(at('2026-12-01'), 'hours')).toMatchObject({ kind: 'allDay' });
});
