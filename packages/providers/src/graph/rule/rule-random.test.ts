import { readObject } from '@atelier/calendar/read/read-object';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { objectText } from '../../rows/object-text.ts';
import type { RowTime } from '../../rows/series-rows.ts';
import { recurrenceOfRule } from './recurrence-of-rule.ts';
import { ruleOfRecurrence } from './rule-of-recurrence.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const part = (name: string, values: fc.Arbitrary<string>) =>
  fc.option(
    values.map((value) => `${name}=${value}`),
    { nil: null, freq: 2 },
  );
const days = fc.subarray(DAYS, { minLength: 1, maxLength: 4 }).map((some) => some.join());

/** Rules that people make, and some that no pattern says. */
const rule = fc
  .record({
    frequency: fc.constantFrom(
      'DAILY',
      'WEEKLY',
      'WEEKLY',
      'MONTHLY',
      'MONTHLY',
      'MONTHLY',
      'YEARLY',
      'YEARLY',
    ),
    interval: part('INTERVAL', fc.integer({ min: 1, max: 4 }).map(String)),
    end: fc.option(
      fc.oneof(
        fc.integer({ min: 1, max: 30 }).map((count) => `COUNT=${count}`),
        fc.integer({ min: 0, max: 900 }).map((day) => `UNTIL=${untilAfter(day)}`),
      ),
      { nil: null },
    ),
    byDay: part(
      'BYDAY',
      fc.oneof(
        days,
        fc.tuple(fc.constantFrom(-2, -1, 1, 2, 3, 4, 5), fc.constantFrom(...DAYS)).map((one) => one.join('')),
      ),
    ),
    byMonthDay: part(
      'BYMONTHDAY',
      fc.constantFrom('1', '15', '28', '29', '31', '-1', '-3', '28,29', '28,29,30', '28,29,30,31', '3,9'),
    ),
    byMonth: part('BYMONTH', fc.constantFrom('2', '3', '11', '4,5')),
    bySetPos: part('BYSETPOS', fc.constantFrom('1', '2', '-1', '-2')),
    weekStart: part('WKST', fc.constantFrom('MO', 'SU')),
  })
  .map(({ frequency, ...parts }) => [`FREQ=${frequency}`, ...Object.values(parts).filter(Boolean)].join(';'));

const start = fc
  .record({
    kind: fc.constantFrom<RowTime['kind']>('date', 'utc', 'zoned'),
    day: fc.integer({ min: 0, max: 730 }),
    zone: fc.constantFrom('Europe/Zurich', 'America/New_York', 'Pacific/Auckland'),
  })
  .map(({ kind, day, zone }): RowTime => {
    const date = Temporal.PlainDate.from('2026-01-01').add({ days: day });
    const wall = date.toPlainDateTime({ hour: 10 });
    if (kind === 'date') return { kind, date };
    return kind === 'utc'
      ? { kind, at: wall.toZonedDateTime('UTC').toInstant() }
      : { kind: 'zoned', at: wall.toZonedDateTime(zone) };
  });

function untilAfter(day: number): string {
  return `${Temporal.PlainDate.from('2026-01-01').add({ days: day }).toString().replaceAll('-', '')}T120000Z`;
}

function startsOf(text: string, first: RowTime): string {
  const stamp = Temporal.Instant.from('2026-01-01T00:00Z');
  const body = objectText({
    uid: 'u',
    master: { start: first, end: first, stamp, lines: [`RRULE:${text}`] },
    exceptions: [],
    cancelled: [],
  });
  const window = { zone: 'UTC', from: Date.UTC(2025, 0, 1), to: Date.UTC(2033, 0, 1) };
  const read = readObject(body, window);
  return read.ok ? read.object.occurrences.map((one) => one.start).join() : JSON.stringify(read.reason);
}

const RUNS = process.env['ATELIER_TEST_SEED'] === 'any' ? 20_000 : 2_000;

test('P4 a rule that Graph has a pattern for means the same when it comes back', () => {
  let said = 0;
  fc.assert(
    fc.property(rule, start, (text, first) => {
      const recurrence = recurrenceOfRule(text, first);
      if (typeof recurrence === 'string') return;
      said += 1;
      const back = ruleOfRecurrence(JSON.parse(JSON.stringify(recurrence)), first);
      expect(back).not.toBeNull();
      expect(startsOf(back ?? '', first)).toBe(startsOf(text, first));
      // And once there it stays what it is.
      expect(recurrenceOfRule(back ?? '', first)).toEqual(recurrence);
    }),
    { numRuns: RUNS },
  );
  // Not for want of rules that it has words for.
  expect(said).toBeGreaterThan(RUNS / 25);
});
