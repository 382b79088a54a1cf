import { listed, numbered } from '../grammar/numbered.ts';
import { type Rule, rule } from '../grammar/pattern.ts';

const HOURS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

const WEEKDAYS = [
  '(monday|mon.)',
  '(tuesday|tue|tues|tue.|tues.)',
  '(wednesday|weds|wed.)',
  '(thursday|thu|thur|thurs|thu.|thurs.)',
  '(friday|fri|fri.)',
  '(saturday|sat.)',
  '(sunday|sun.)',
];

const MONTHS = [
  '(january|jan|jan.)',
  '(february|feb|feb.)',
  '(march|mar|mar.)',
  '(april|apr|apr.)',
  'may',
  '(june|jun|jun.)',
  '(july|jul|jul.)',
  '(august|aug|aug.)',
  '(september|sep|sept|sep.|sept.)',
  '(october|oct|oct.)',
  '(november|nov|nov.)',
  '(december|dec|dec.)',
];

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

const UNITS = [
  ['minute', '(minute|minutes|min|mins)'],
  ['hour', '(hour|hours|hr|hrs)'],
  ['day', '(day|days)'],
  ['week', '(week|weeks|wk|wks)'],
  ['fortnight', '(fortnight|fortnights)'],
  ['month', '(month|months)'],
  ['year', '(year|years)'],
] as const;

const PLURALS = ['mondays', 'tuesdays', 'wednesdays', 'thursdays', 'fridays', 'saturdays', 'sundays'];

/** Numbers, weekdays, months and units, and lists of weekdays. */
export const WORDS: readonly Rule[] = [
  ...numbered('hourword', 1, HOURS),
  rule('word', '{hourword}', ({ hourword }) => hourword),
  rule('word', '(a|an)', () => 1),
  rule('word', 'a couple of', () => 2),
  rule('word', 'couple of', () => 2),
  rule('word', 'a few', () => 3),
  rule('word', 'fifteen', () => 15),
  rule('word', 'twenty', () => 20),
  rule('word', 'thirty', () => 30),
  rule('word', 'forty five', () => 45),
  rule('word', 'forty-five', () => 45),
  rule('word', 'ninety', () => 90),
  rule('count', '{n}', ({ n }) => n),
  rule('count', '{word}', ({ word }) => word),
  ...numbered('weekday', 1, WEEKDAYS),
  ...numbered('shortday', 1, ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
  rule('weekday', '{shortday}', ({ shortday }) => shortday),
  ...numbered('plural', 1, PLURALS),
  rule('plural', '{weekday} _ s', ({ weekday }) => weekday),
  ...numbered('month', 1, MONTHS),
  ...numbered('ordinal', 1, ORDINALS),
  rule('ordinal', '{n} _ (st|nd|rd|th)', ({ n }) => (n >= 1 && n <= 31 ? n : null)),
  rule('dom', '{ordinal}', ({ ordinal }) => ordinal),
  rule('dom', '{n}', ({ n }) => (n >= 1 && n <= 31 ? n : null)),
  rule('nth', '{ordinal}', ({ ordinal }) => (ordinal <= 5 ? ordinal : null)),
  rule('nth', 'last', () => -1),
  ...UNITS.map(([unit, names]) => rule('unit', names, () => unit)),
  rule('days', '{weekday} (,|and|&|/|+|, and) {days}', ({ weekday, days }) => listed(weekday, days)),
  rule('days', '{weekday}', ({ weekday }) => [weekday]),
  rule('plurals', '{plural} (,|and|&|/|+|, and) {plurals}', ({ plural, plurals }) => listed(plural, plurals)),
  rule('plurals', '{plural}', ({ plural }) => [plural]),
];
