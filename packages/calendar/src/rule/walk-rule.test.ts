import { describe, expect, test } from 'vitest';
import { walk, wallTime } from '../testing/walk-text.ts';
import vectors from './dateutil-vectors.json' with { type: 'json' };
import { parseRule } from './parse-rule.ts';
import { StepBudget } from './step-budget.ts';
import { walkRule } from './walk-rule.ts';

const DAY = 86_400_000;

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
