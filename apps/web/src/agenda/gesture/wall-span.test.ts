import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  clickedSpan,
  drawnSpan,
  movedSpan,
  nudgedSpan,
  type Place,
  resizedSpan,
  stretchedSpan,
  type WallSpan,
  wholeDays,
} from './wall-span.ts';

const at = (text: string) => Temporal.PlainDateTime.from(text);
const time = (text: string): Place => ({ kind: 'time', at: at(text) });
const day = (text: string, kind: 'day' | 'allDay' = 'day'): Place => ({
  kind,
  day: Temporal.PlainDate.from(text),
});
const span = (start: string, end: string, allDay = false): WallSpan => ({
  allDay,
  start: at(start),
  end: at(end),
});
const shown = ({ allDay, start, end }: WallSpan) =>
  `${start.toString({ smallestUnit: 'minute' })} ${end.toString({ smallestUnit: 'minute' })}${allDay ? ' all day' : ''}`;

const session = span('2026-12-01T10:00', '2026-12-01T11:30');

test('a click in an empty place is an hour from the half hour above it', () => {
  expect(shown(clickedSpan(time('2026-12-01T10:44')))).toBe('2026-12-01T10:30 2026-12-01T11:30');
  expect(shown(clickedSpan(day('2026-12-01')))).toBe('2026-12-01T00:00 2026-12-02T00:00 all day');
});

test('what is drawn upwards is the same as downwards, and something in any case', () => {
  const [early, late] = [time('2026-12-01T10:04'), time('2026-12-01T11:20')];
  expect(shown(drawnSpan(early, late, 15))).toBe('2026-12-01T10:00 2026-12-01T11:30');
  expect(drawnSpan(late, early, 15)).toEqual(drawnSpan(early, late, 15));
  expect(shown(drawnSpan(early, early, 15))).toBe('2026-12-01T10:00 2026-12-01T10:15');
  expect(shown(drawnSpan(day('2026-12-03'), day('2026-12-01'), 15))).toBe(
    '2026-12-01T00:00 2026-12-04T00:00 all day',
  );
});

test('an event follows the place where it was taken hold of, in steps', () => {
  const moved = movedSpan(session, time('2026-12-01T11:00'), time('2026-12-02T14:06'), 15);
  expect(shown(moved)).toBe('2026-12-02T13:00 2026-12-02T14:30');
  expect(shown(movedSpan(session, time('2026-12-01T11:00'), time('2026-12-01T11:06'), 5))).toBe(
    '2026-12-01T10:05 2026-12-01T11:35',
  );
});

test('between times and whole days an event becomes what is usual there', () => {
  const row = movedSpan(session, time('2026-12-01T10:30'), day('2026-12-03', 'allDay'), 15);
  expect(shown(row)).toBe('2026-12-03T00:00 2026-12-04T00:00 all day');
  const whole = wholeDays(Temporal.PlainDate.from('2026-12-01'), 2);
  expect(shown(movedSpan(whole, day('2026-12-01', 'allDay'), time('2026-12-03T09:20'), 15))).toBe(
    '2026-12-03T09:15 2026-12-03T10:15',
  );
});

test('in a month an event keeps its time of day', () => {
  expect(shown(movedSpan(session, day('2026-12-01'), day('2026-12-24'), 15))).toBe(
    '2026-12-24T10:00 2026-12-24T11:30',
  );
});

test('an edge never passes the other one', () => {
  expect(shown(resizedSpan(session, 'end', time('2026-12-01T08:00'), 15))).toBe(
    '2026-12-01T10:00 2026-12-01T10:15',
  );
  expect(shown(resizedSpan(session, 'start', time('2026-12-01T15:00'), 15))).toBe(
    '2026-12-01T11:15 2026-12-01T11:30',
  );
  const whole = span('2026-12-01T00:00', '2026-12-03T00:00', true);
  expect(shown(resizedSpan(whole, 'end', day('2026-12-04'), 15))).toBe(
    '2026-12-01T00:00 2026-12-05T00:00 all day',
  );
  expect(shown(resizedSpan(whole, 'start', day('2026-12-09'), 15))).toBe(
    '2026-12-02T00:00 2026-12-03T00:00 all day',
  );
});

test('the keyboard moves by a quarter of an hour or a day, and stretches', () => {
  expect(shown(nudgedSpan(session, { minutes: 15 }))).toBe('2026-12-01T10:15 2026-12-01T11:45');
  expect(shown(nudgedSpan(session, { days: -1 }))).toBe('2026-11-30T10:00 2026-11-30T11:30');
  expect(shown(stretchedSpan(session, -1))).toBe('2026-12-01T10:00 2026-12-01T11:15');
  const whole = wholeDays(Temporal.PlainDate.from('2026-12-01'), 1);
  expect(nudgedSpan(whole, { minutes: 15 })).toBe(whole);
  expect(shown(stretchedSpan(whole, 1))).toBe('2026-12-01T00:00 2026-12-03T00:00 all day');
  expect(stretchedSpan(whole, -1)).toEqual(whole);
});

test('whatever is done to a span, it ends after it begins and keeps to the step', () => {
  const minute = fc.integer({ min: 0, max: 20_000 });
  const place = minute.map(
    (minutes): Place => ({ kind: 'time', at: at('2026-12-01T00:00').add({ minutes }) }),
  );
  fc.assert(
    fc.property(place, place, fc.constantFrom(5, 15), fc.constantFrom('start', 'end'), (a, b, step, edge) => {
      const drawn = drawnSpan(a, b, step);
      for (const each of [drawn, movedSpan(drawn, a, b, step), resizedSpan(drawn, edge, b, step)]) {
        expect(Temporal.PlainDateTime.compare(each.start, each.end)).toBe(-1);
        expect(each.start.minute % step).toBe(0);
      }
    }),
  );
});
