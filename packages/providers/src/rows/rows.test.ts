import { readObject } from '@atelier/calendar/read/read-object';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { objectRows } from './object-rows.ts';
import { objectText } from './object-text.ts';
import type { EventRow, RowTime, SeriesRows } from './series-rows.ts';

const ZONES = ['Europe/Zurich', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'];
const STAMP = Temporal.Instant.from('2026-05-01T08:00:00Z');
const DAY_MS = 86_400_000;

const lines = fc
  .subarray(['SUMMARY:Mix\\, then dinner', 'LOCATION:Room “2”', 'X-OTHER;P="a:b":c', 'TRANSP:TRANSPARENT'])
  .chain((some) =>
    fc.constantFrom([...some], [...some, 'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT10M', 'END:VALARM']),
  );

/** The n-th day after 1 March 2026, at ten, in one of the four ways. */
function timeOn(kind: RowTime['kind'], zone: string, day: number, hour = 10): RowTime {
  const wall = Temporal.PlainDateTime.from('2026-03-01T00:00').add({ days: day, hours: hour });
  switch (kind) {
    case 'date':
      return { kind, date: wall.toPlainDate() };
    case 'utc':
      return { kind, at: wall.toZonedDateTime('UTC').toInstant() };
    case 'zoned':
      return { kind, at: wall.toZonedDateTime(zone) };
    case 'floating':
      return { kind, wall };
  }
}

const series: fc.Arbitrary<SeriesRows> = fc
  .record({
    kind: fc.constantFrom<RowTime['kind']>('date', 'utc', 'zoned', 'floating'),
    zone: fc.constantFrom(...ZONES),
    own: lines,
    days: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 5 }),
    changed: fc.array(fc.record({ own: lines, hour: fc.constantFrom(8, 14) }), { maxLength: 3 }),
  })
  .map(({ kind, zone, own, days, changed }) => {
    const row = (start: number, hour: number, more: readonly string[]): EventRow => ({
      start: timeOn(kind, zone, start, hour),
      end: timeOn(kind, zone, start + (kind === 'date' ? 1 : 0), hour + 2),
      stamp: STAMP,
      lines: more,
    });
    const [named, gone] = [days.slice(0, changed.length), days.slice(changed.length)];
    return {
      uid: 'a@b',
      master: row(0, 10, [...own, 'RRULE:FREQ=DAILY;COUNT=90']),
      exceptions: named
        .toSorted((a, b) => a - b)
        .map((day, at) => ({
          original: timeOn(kind, zone, day),
          row: row(day, changed[at]?.hour ?? 8, changed[at]?.own ?? []),
        })),
      cancelled: gone.toSorted((a, b) => a - b).map((day) => timeOn(kind, zone, day)),
    };
  });

/** Temporal objects say what they are only as text. */
const said = (rows: SeriesRows): unknown => JSON.parse(JSON.stringify(rows));

describe('rows of a series', () => {
  test('P3 S6 rows there and back are the same rows', () => {
    fc.assert(
      fc.property(series, (rows) => {
        const back = objectRows(objectText(rows), 'Europe/Zurich');
        expect(back.ok && said(back.rows)).toEqual(said(rows));
      }),
      { numRuns: 300 },
    );
  });

  test('P3 a cancelled instance is left out, and a changed one stands where it was put', () => {
    fc.assert(
      fc.property(series, (rows) => {
        const read = readObject(objectText(rows), {
          zone: 'Europe/Zurich',
          from: Date.UTC(2026, 0, 1),
          to: Date.UTC(2027, 0, 1),
        });
        expect(read.ok && read.object.occurrences.length).toBe(90 - rows.cancelled.length);
        const moved = read.ok ? read.object.components.length : 0;
        expect(moved).toBe(1 + rows.exceptions.length);
      }),
      { numRuns: 100 },
    );
  });

  test('P3 an instance that is named by an instant is named in the form of its series', () => {
    const master: EventRow = {
      start: timeOn('zoned', 'Europe/Zurich', 0),
      end: timeOn('zoned', 'Europe/Zurich', 0, 11),
      stamp: STAMP,
      lines: ['RRULE:FREQ=DAILY'],
    };
    const at = Temporal.Instant.from('2026-03-30T08:00:00Z');
    const text = objectText({
      uid: 'a',
      master,
      exceptions: [{ original: { kind: 'utc', at: at.add({ hours: 24 }) }, row: master }],
      cancelled: [{ kind: 'utc', at }],
    });
    expect(text).toContain('EXDATE;TZID=Europe/Zurich:20260330T100000\r\n');
    expect(text).toContain('RECURRENCE-ID;TZID=Europe/Zurich:20260331T100000\r\n');
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Zurich\r\n');
  });

  test('P3 an instance of whole days that is named by midnight in UTC is named by its date', () => {
    const master: EventRow = {
      start: timeOn('date', 'UTC', 0),
      end: timeOn('date', 'UTC', 1),
      stamp: STAMP,
      lines: ['RRULE:FREQ=DAILY'],
    };
    const at = Temporal.Instant.fromEpochMilliseconds(Date.UTC(2026, 2, 1) + 3 * DAY_MS);
    const text = objectText({ uid: 'a', master, exceptions: [], cancelled: [{ kind: 'utc', at }] });
    expect(text).toContain('EXDATE;VALUE=DATE:20260304\r\n');
  });

  test.each([
    ['unreadable', 'BEGIN:VCALENDAR\r\nnonsense'],
    ['no-master', event('RECURRENCE-ID:20260301T100000Z')],
    ['own-zone', inOwnZone(event('RRULE:FREQ=DAILY'))],
    ['own-zone', inOwnZone(event('SUMMARY:Once')).replace(/BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE\r\n/, '')],
  ])('P4 a text that is %s is told apart', (why, text) => {
    expect(objectRows(text, 'UTC')).toEqual({ ok: false, why });
  });

  test('P4 a change that reaches over all later instances is told apart', () => {
    const override = event('RECURRENCE-ID;RANGE=THISANDFUTURE:20260303T100000Z');
    const [, both = ''] = /(BEGIN:VEVENT[\s\S]*END:VEVENT\r\n)/.exec(override) ?? [];
    const text = event('RRULE:FREQ=DAILY').replace('END:VCALENDAR', `${both}END:VCALENDAR`);
    expect(objectRows(text, 'UTC')).toEqual({ ok: false, why: 'this-and-future' });
  });
});

function event(line: string): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//x//y//EN',
    'BEGIN:VEVENT',
    'UID:u',
    'DTSTAMP:20260101T000000Z',
    'DTSTART:20260301T100000Z',
    line,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

function inOwnZone(text: string): string {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Our Own Time',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0123',
    'TZOFFSETTO:+0123',
    'END:STANDARD',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
  ].join('\r\n');
  return text
    .replace('DTSTART:', 'DTSTART;TZID=Our Own Time:')
    .replace('100000Z', '100000')
    .replace('BEGIN:VEVENT', zone);
}
