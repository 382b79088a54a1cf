import { expect, test } from 'vitest';
import { parseRule } from './parse-rule.ts';

const DAILY = {
  frequency: 'DAILY',
  interval: 1,
  count: null,
  until: null,
  weekStart: 0,
  bySecond: [],
  byMinute: [],
  byHour: [],
  byDay: [],
  byMonthDay: [],
  byYearDay: [],
  byWeekNo: [],
  byMonth: [],
  bySetPos: [],
};

test.each([
  ['FREQ=DAILY', {}],
  ['freq=daily;interval=2;', { interval: 2 }],
  ['FREQ=DAILY; BYHOUR=9, 8,9', { byHour: [8, 9] }],
  ['FREQ=DAILY;WKST=SU;COUNT=10', { weekStart: 6, count: 10 }],
  [
    'FREQ=DAILY;BYDAY=+1MO,-2SU,TH',
    {
      byDay: [
        { ordinal: 1, weekday: 0 },
        { ordinal: -2, weekday: 6 },
        { ordinal: 0, weekday: 3 },
      ],
    },
  ],
  ['FREQ=DAILY;BYMONTHDAY=-1,31', { byMonthDay: [-1, 31] }],
  ['FREQ=DAILY;BYSECOND=60', { bySecond: [59] }],
  ['FREQ=DAILY;UNTIL=20260401', { until: { kind: 'date', day: 20_544 } }],
  ['FREQ=DAILY;X-NAME=1;RSCALE=GREGORIAN;SKIP=OMIT', {}],
  ['FREQ=DAILY;FREQ=DAILY', {}],
])('T3 %s is read', (text, differs) => {
  expect(parseRule(text)).toEqual({ ...DAILY, ...differs });
});

test.each([
  '',
  'FREQ=',
  'FREQ=FORTNIGHTLY',
  'INTERVAL=2',
  'FREQ=DAILY;FREQ=WEEKLY',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=DAILY;INTERVAL=-1',
  'FREQ=DAILY;INTERVAL=1.5',
  'FREQ=DAILY;UNTIL=20260232',
  'FREQ=DAILY;UNTIL=20261301',
  'FREQ=DAILY;COUNT=0',
  'FREQ=DAILY;COUNT=1e9',
  'FREQ=DAILY;UNTIL=never',
  'FREQ=DAILY;BYMONTH=13',
  'FREQ=DAILY;BYMONTH=0',
  'FREQ=MONTHLY;BYMONTHDAY=32',
  'FREQ=MONTHLY;BYMONTHDAY=0',
  'FREQ=YEARLY;BYYEARDAY=367',
  'FREQ=YEARLY;BYWEEKNO=54',
  'FREQ=DAILY;BYHOUR=24',
  'FREQ=DAILY;BYMINUTE=60',
  'FREQ=DAILY;BYSECOND=61',
  'FREQ=MONTHLY;BYDAY=0MO',
  'FREQ=MONTHLY;BYDAY=54MO',
  'FREQ=MONTHLY;BYDAY=XX',
  'FREQ=MONTHLY;BYSETPOS=0',
  'FREQ=DAILY;WKST=XX',
  'FREQ=DAILY;BYEASTER=0',
  'FREQ=YEARLY;RSCALE=CHINESE',
  'FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=FORWARD',
  'FREQ=DAILY;nonsense',
  `FREQ=DAILY;BYHOUR=${'1,'.repeat(10_000)}1`,
])('T3 "%.60s" is no rule', (text) => {
  expect(parseRule(text)).toBeNull();
});
