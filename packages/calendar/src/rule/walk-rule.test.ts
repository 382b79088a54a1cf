import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { describe, expect, test } from 'vitest';
import { bruteForce, bruteRule } from '../testing/brute-force.ts';
import { randomRule } from '../testing/random-rule.ts';
import vectors from './dateutil-vectors.json' with { type: 'json' };
import { parseRule } from './parse-rule.ts';
import { StepBudget } from './step-budget.ts';
import { walkRule } from './walk-rule.ts';

const DAY = 86_400_000;

/** fast-check prints the seed and the path to a rule that fails. */
const SEEDED = (numRuns: number) => ({ numRuns, seed: 5545, includeErrorInReport: true });

function walk(text: string, start: number, from: number, to: number): string[] {
  const rule = parseRule(text);
  if (!rule) throw new Error(`${text} was not read`);
  const walls: number[] = [];
  const budget = new StepBudget(1e9);
  walkRule({ rule, start, from, to, budget, visit: (wall) => walls.push(wall) > 0 });
  return walls.map(wallTime);
}

function wallTime(wall: number): string {
  return new Date(wall).toISOString().slice(0, 19);
}

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
    fc.assert(fc.property(randomRule(freq), START, laterBy, check), SEEDED(runs));
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
    SEEDED(300),
  );
});

describe('T3 case 55: rules agree with what python-dateutil 2.9 gave', () => {
  const wall = (text: string) => Date.parse(`${text.replace(/^(....)(..)(..T..)(..)/, '$1-$2-$3:$4:')}Z`);
  test.each(vectors)('%s', (vector) => {
    const [rule = '', start = '', from = '', expected = ''] = vector.split(' | ');
    const wanted = expected.split(' ').map((text) => wallTime(wall(text)));
    const to = wall(expected.split(' ').at(-1) ?? '') + 1;
    expect(walk(rule, wall(start), wall(from), to)).toEqual(wanted);
  });
});

describe('T3 the examples of RFC 5545, 3.8.5.3', () => {
  const start = Date.UTC(1997, 8, 2, 9);
  test.each([
    ['FREQ=YEARLY;BYDAY=20MO', Date.UTC(1997, 4, 19, 9), '1998-05-18 1999-05-17'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', Date.UTC(1997, 4, 12, 9), '1998-05-11 1999-05-17'],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', start, '1998-02-13 1998-03-13 1998-11-13 1999-08-13'],
    ['FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3', Date.UTC(1997, 8, 4, 9), '1997-10-07 1997-11-06'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', Date.UTC(1997, 8, 29, 9), '1997-10-30 1997-11-27'],
    [
      'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
      Date.UTC(1996, 10, 5),
      '2000-11-07',
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO',
      Date.UTC(1997, 7, 5, 9),
      '1997-08-10 1997-08-19 1997-08-24',
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU',
      Date.UTC(1997, 7, 5, 9),
      '1997-08-17 1997-08-19 1997-08-31',
    ],
    ['FREQ=MONTHLY;BYMONTHDAY=15,30', Date.UTC(2007, 0, 15, 9), '2007-01-30 2007-02-15 2007-03-15'],
    [
      'FREQ=YEARLY;INTERVAL=3;BYYEARDAY=1,100,200',
      Date.UTC(1997, 0, 1, 9),
      '1997-04-10 1997-07-19 2000-01-01',
    ],
  ])('%s', (rule, dtstart, expected) => {
    const days = walk(rule, dtstart, dtstart, dtstart + 2_000 * DAY).map((wall) => wall.slice(0, 10));
    expect(days.slice(0, expected.split(' ').length).join(' ')).toBe(expected);
  });
});

test('T3 a rule of a long past costs what a new one costs', () => {
  const rule = parseRule('FREQ=DAILY');
  const budget = new StepBudget(10_000);
  const from = Date.UTC(2026, 0, 1);
  walkRule({
    rule: rule!,
    start: Date.UTC(1990, 0, 1),
    from,
    to: from + 31 * DAY,
    budget,
    visit: () => true,
  });
  expect(10_000 - budget.left).toBeLessThan(200);
});
