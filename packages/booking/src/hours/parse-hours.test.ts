import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomStudio } from '../testing/random-studio.ts';
import { parseHours } from './parse-hours.ts';
import { writeHours } from './write-hours.ts';

function problems(input: unknown): string[] {
  const parsed = parseHours(input);
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`);
}

describe('B11 opening hours as people write them', () => {
  test('are read as minutes since midnight', () => {
    const parsed = parseHours({
      weekly: {
        mo: [
          ['09:00', '12:30'],
          ['14:00', '19:00'],
        ],
        sa: [['20:00', '02:00']],
        su: [['00:00', '24:00']],
      },
      overrides: [{ date: '2026-12-24', ranges: [] }],
      closures: [{ from: '2026-08-01', to: '2026-08-14' }, { from: '2026-11-01' }],
    });
    expect(parsed).toEqual({
      ok: true,
      hours: {
        weekly: {
          mo: [
            { start: 540, end: 750 },
            { start: 840, end: 1_140 },
          ],
          sa: [{ start: 1_200, end: 1_560 }],
          su: [{ start: 0, end: 1_440 }],
        },
        overrides: [{ date: '2026-12-24', ranges: [] }],
        closures: [
          { from: '2026-08-01', to: '2026-08-14' },
          { from: '2026-11-01', to: '2026-11-01' },
        ],
      },
    });
  });

  test('an end at the start is the next day’s', () => {
    const parsed = parseHours({
      weekly: {
        mo: [
          ['09:00', '09:00'],
          ['00:00', '00:00'],
        ],
      },
    });
    expect(parsed.ok && parsed.hours.weekly.mo).toEqual([
      { start: 540, end: 1_980 },
      { start: 0, end: 1_440 },
    ]);
  });

  const bad = (input: unknown, expected: string) => ({ input, expected });
  const time = 'is no time of day; write it as 09:00 or 17:30.';
  const long = Array.from({ length: 1_001 }, () => ({ from: '2026-08-14' }));

  test.each([
    bad(null, ': This must be an object with weekly, overrides and closures, and it is null.'),
    bad({}, 'weekly: This must be an object with mo, tu, we, th, fr, sa and su, and it is missing.'),
    bad(
      { weekly: { monday: [] } },
      'weekly.monday: There is no “monday” here, only mo, tu, we, th, fr, sa and su.',
    ),
    bad(
      { weekly: {}, holidays: [] },
      'holidays: There is no “holidays” here, only weekly, overrides and closures.',
    ),
    bad({ weekly: { mo: '09:00-17:00' } }, 'weekly.mo: This must be a list, and it is “09:00-17:00”.'),
    bad({ weekly: { mo: ['09:00'] } }, 'weekly.mo.0: A range is its two times: ["09:00","17:00"].'),
    bad({ weekly: { mo: [['9:00', '17:00']] } }, `weekly.mo.0.0: “9:00” ${time}`),
    bad({ weekly: { mo: [['09:00', '24:01']] } }, `weekly.mo.0.1: “24:01” ${time}`),
    bad({ weekly: { mo: [['09:60', '17:00']] } }, `weekly.mo.0.0: “09:60” ${time}`),
    bad({ weekly: { mo: [[9, '17:00']] } }, `weekly.mo.0.0: 9 ${time}`),
    bad(
      { weekly: { mo: [['24:00', '02:00']] } },
      'weekly.mo.0.0: Only an end can be 24:00; write 00:00 on the next day instead.',
    ),
    bad(
      { weekly: {}, overrides: [{ date: '2026-02-29', ranges: [] }] },
      'overrides.0.date: There is no date “2026-02-29”; write it as 2026-12-24.',
    ),
    bad(
      { weekly: {}, overrides: [{ date: '2026-12-24' }] },
      'overrides.0.ranges: This must be a list, and it is missing.',
    ),
    bad({ weekly: {}, overrides: null }, 'overrides: This must be a list, and it is null.'),
    bad(
      { weekly: {}, closures: [{ from: '2026-08-14', to: '2026-08-01' }] },
      'closures.0.to: A closure cannot end (2026-08-01) before it begins (2026-08-14).',
    ),
    bad(
      { weekly: {}, closures: [{ from: 'tomorrow' }] },
      'closures.0.from: There is no date “tomorrow”; write it as 2026-12-24.',
    ),
    bad({ weekly: {}, closures: long }, 'closures: This list has 1001 entries; at most 1000 are possible.'),
  ])('what is not understood is told: $expected', ({ input, expected }) => {
    expect(problems(input)).toEqual([expected]);
  });

  test('all problems are told at once, at most fifty', () => {
    expect(problems({ weekly: { mo: [['x', 'y']] }, closures: [{}] })).toHaveLength(3);
    expect(problems({ weekly: { mo: Array.from({ length: 40 }, () => ['x', 'y']) } })).toHaveLength(50);
  });

  test('nothing that JSON can say makes it throw', () => {
    const wild = fc.record({
      weekly: fc.dictionary(fc.constantFrom('mo', 'su', '__proto__'), fc.jsonValue()),
    });
    const property = fc.property(fc.oneof(fc.jsonValue(), wild), (input) => {
      const parsed = parseHours(input);
      expect(parsed.ok || parsed.problems.length > 0).toBe(true);
    });
    fc.assert(property, { numRuns: 1_000, seed: 7 });
  });

  test('what is written for a form is read back as it was', () => {
    const property = fc.property(randomStudio, ({ query: { hours } }) => {
      const wide = [hours.weekly, ...hours.overrides.map(({ ranges }) => ({ x: ranges }))];
      // Ranges of more than a day are no hours.
      fc.pre(
        wide.every((week) =>
          Object.values(week).every((list) => list.every((r) => r.end - r.start <= 1_440)),
        ),
      );
      const weekly = Object.fromEntries(Object.entries(hours.weekly).filter(([, list]) => list.length > 0));
      expect(parseHours(JSON.parse(JSON.stringify(writeHours(hours))))).toEqual({
        ok: true,
        hours: { ...hours, weekly },
      });
    });
    fc.assert(property, { numRuns: 300, seed: 7 });
  });
});
