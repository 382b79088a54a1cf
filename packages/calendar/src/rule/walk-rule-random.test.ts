import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { describe, expect, test } from 'vitest';
import { bruteForce, bruteRule } from '../testing/brute-force.ts';
import { randomRule } from '../testing/random-rule.ts';
import { walk, wallTime } from '../testing/walk-text.ts';

const DAY = 86_400_000;

/** fast-check prints the seed and the path to a rule that fails. */
const times = (numRuns: number) => ({ numRuns, includeErrorInReport: true });

/** How many rules of each frequency, and how far they are walked in days. */
const PLAN = [
  { freq: 'YEARLY', runs: 800, days: 1_500 },
  { freq: 'MONTHLY', runs: 1_200, days: 420 },
  { freq: 'WEEKLY', runs: 800, days: 200 },
  { freq: 'DAILY', runs: 500, days: 200 },
  { freq: 'HOURLY', runs: 300, days: 40 },
  { freq: 'MINUTELY', runs: 100, days: 3 },
  { freq: 'SECONDLY', runs: 60, days: 0.3 },
];

// Around two leap years, at any second.
const START = fc.integer({ min: Date.UTC(2023, 11, 20) / 1_000, max: Date.UTC(2025, 2, 10) / 1_000 });

describe('T3 case 55: random rules agree with a reading of RFC 5545 that tries every second', {
  timeout: 60_000,
}, () => {
  test.each(PLAN)('$freq', ({ freq, runs, days }) => {
    let fruitful = 0;
    const check = (rule: string, second: number, later: number): void => {
      const start = second * 1_000;
      const to = start + days * DAY;
      const from = start + Math.floor(later * DAY);
      const expected = bruteForce(bruteRule(rule), start, to);
      if (expected.length > 0) fruitful++;
      expect(walk(rule, start, start, to)).toEqual(expected.map(wallTime));
      const late = expected.filter((wall) => wall >= from);
      expect(walk(rule, start, from, to), `entered at ${wallTime(from)}`).toEqual(late.map(wallTime));
    };
    const laterBy = fc.double({ min: 0, max: days, noNaN: true });
    fc.assert(fc.property(randomRule(freq), START, laterBy, check), times(runs));
    expect(fruitful, 'rules that gave anything to compare').toBeGreaterThan(runs / 5);
  });
});

test('T3 case 55: random rules agree with rrule-temporal', () => {
  const freq = fc.constantFrom('YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY');
  fc.assert(
    fc.property(freq.chain(randomRule), START, (rule, second) => {
      // With week numbers, days of the year and nth weekdays of a year it departs from the RFC and from dateutil.
      fc.pre(!/BYWEEKNO|BYYEARDAY|YEARLY.*BYDAY=[^;]*\d/.test(rule));
      const start = second * 1_000;
      const dtstart = wallTime(start).replace(/[-:]/g, '');
      const other = new RRuleTemporal({ rruleString: `DTSTART:${dtstart}Z\nRRULE:${rule}` });
      const to = start + 800 * DAY;
      const expected = other
        .between(new Date(start + 1), new Date(to - 1), true)
        .map((date) => wallTime(date.epochMilliseconds));
      expect(walk(rule, start, start, to)).toEqual(expected);
    }),
    times(300),
  );
});
