import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEventOf, startsOf } from '../testing/calendar-text.ts';
import { mendRule } from './mend-rule.ts';
import { parseRule } from './parse-rule.ts';

test.each([
  ['FREQ=WEEKLY;BYDAY="MO,WE"', 'FREQ=WEEKLY;BYDAY=MO,WE'],
  ["FREQ=WEEKLY;BYDAY='MO'", 'FREQ=WEEKLY;BYDAY=MO'],
  ['"FREQ=WEEKLY"', 'FREQ=WEEKLY'],
  ['FREQ=WEEKLY;BYDAY=', 'FREQ=WEEKLY'],
  ['FREQ=WEEKLY;BYDAY=,', 'FREQ=WEEKLY'],
  ['FREQ=WEEKLY;BYMONTH=;INTERVAL=;COUNT=;UNTIL=;WKST=', 'FREQ=WEEKLY'],
  ['FREQ=WEEKLY;BYDAY=MO,', 'FREQ=WEEKLY;BYDAY=MO'],
  ['FREQ=WEEKLY;BYDAY=,MO,,TU', 'FREQ=WEEKLY;BYDAY=MO,TU'],
  ['FREQ=WEEKLY;BYDAY=MO, TU ,WE', 'FREQ=WEEKLY;BYDAY=MO,TU,WE'],
  ['FREQ=WEEKLY;BYDAY=MO TU', 'FREQ=WEEKLY;BYDAY=MO,TU'],
  ['FREQ=MONTHLY;BYDAY=1 MO,- 1 FR', 'FREQ=MONTHLY;BYDAY=1MO,-1FR'],
  ['freq=weekly;byday=Monday,wed', 'FREQ=WEEKLY;BYDAY=MO,WE'],
  ['FREQ=WEEKLY;WKST=Sunday', 'FREQ=WEEKLY;WKST=SU'],
  ['FREQ=YEARLY;BYMONTH=1 2 , 3', 'FREQ=YEARLY;BYMONTH=1,2,3'],
  [' ; FREQ = WEEKLY ;; INTERVAL = 2 ; ', 'FREQ=WEEKLY;INTERVAL=2'],
  ['RRULE:FREQ=WEEKLY', 'FREQ=WEEKLY'],
  ['FREQ=WEEKLY\\;BYDAY=MO\\,TU', 'FREQ=WEEKLY;BYDAY=MO,TU'],
  ['FREQ=WEEKLY;INTERVAL=2.0;COUNT=+3', 'FREQ=WEEKLY;INTERVAL=2;COUNT=3'],
])('T3 %s is read as %s', (written, meant) => {
  expect(mendRule(written)).toBe(meant);
  expect(parseRule(written)).toEqual(parseRule(meant));
  expect(parseRule(written)).not.toBeNull();
});

describe('T3 UNTIL is mended as DTSTART is', () => {
  test.each([
    ['20260715T100000Z', []],
    ['20260715T100000z', []],
    ['20260715T1000Z', ['mended-rule']],
    ['20260715T10Z', ['mended-rule']],
    ['2026-07-15T10:00:00Z', ['mended-rule']],
    ['2026-07-15T10:00:00.000Z', ['mended-rule']],
    ['2026-07-15T10:00Z', ['mended-rule']],
    ['2026-07-15 10:00:00Z', ['mended-rule']],
    ['20260715T120000+0200', ['mended-rule']],
    ['2026-07-15T12:00:00+02:00', ['mended-rule']],
    ['20260715T100000 UTC', ['mended-rule']],
    ['"20260715T100000Z"', ['mended-rule']],
    ['20260715T100000Z,', ['mended-rule']],
    ['20260715T100000', []],
    ['2026-07-15T10:00:00', ['mended-rule']],
    ['20260715', []],
    ['2026-07-15', ['mended-rule']],
    ['2026/07/15', ['mended-rule']],
    ['2026-7-15', ['mended-rule']],
    ['20260714T240000', ['mended-rule']],
  ])('%s', (until, flags) => {
    const object = readEventOf('DTSTART:20260701T080000Z', `RRULE:FREQ=WEEKLY;UNTIL=${until}`);
    const last = until.includes('240000') ? [] : ['2026-07-15T08:00:00Z'];
    expect(startsOf(object)).toEqual(['2026-07-01T08:00:00Z', '2026-07-08T08:00:00Z', ...last]);
    expect(object.flags).toEqual(flags);
  });

  test.each(['20260631', '20260631T235959Z', '2026-06-31'])('%s is the last day of its month', (until) => {
    const object = readEventOf('DTSTART:20260615T080000Z', `RRULE:FREQ=WEEKLY;UNTIL=${until}`);
    expect(startsOf(object)).toEqual([
      '2026-06-15T08:00:00Z',
      '2026-06-22T08:00:00Z',
      '2026-06-29T08:00:00Z',
    ]);
  });

  test.each(['never', '20261301', '20260732', '10', '20260715T256100Z'])(
    '%s leaves the rule unread',
    (until) => {
      const object = readEventOf('DTSTART:20260701T080000Z', `RRULE:FREQ=WEEKLY;UNTIL=${until}`);
      expect(startsOf(object)).toEqual(['2026-07-01T08:00:00Z']);
      expect(object.flags).toContain('invalid-rule');
    },
  );
});

const NOISE = fc.constantFrom('', ' ', '  ', '\t');
const ITEMS = fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR'], { minLength: 1 });

test('T3 blanks, case, quotes, and commas and parts that are empty change nothing', () => {
  const written = fc
    .tuple(ITEMS, fc.array(NOISE, { minLength: 12, maxLength: 12 }), fc.boolean(), fc.boolean(), fc.nat(3))
    .map(([days, noise, lower, quoted, empty]) => {
      const [a = '', b = '', c = '', d = ''] = noise;
      const list = days.join(`${a},${','.repeat(empty)}${b}`);
      const said = quoted ? `"${list}"` : list;
      const text = [`FREQ${a}=${b}WEEKLY`, '', `${c}BYDAY=${d}${said}`, 'BYMONTH=', 'COUNT=8'].join(
        `${c};${d}`,
      );
      return { text: lower ? text.toLowerCase() : text, plain: `FREQ=WEEKLY;BYDAY=${days.join()};COUNT=8` };
    });
  fc.assert(
    fc.property(written, ({ text, plain }) => {
      expect(parseRule(text)).toEqual(parseRule(plain));
    }),
  );
});

test('T3 what is right is left as it is', () => {
  const rules = [
    'FREQ=DAILY',
    'FREQ=MONTHLY;BYDAY=-1SU,2MO;BYSETPOS=1;UNTIL=20260401T100000Z',
    'FREQ=YEARLY;X-A=b',
  ];
  for (const rule of rules) expect(mendRule(rule)).toBe(rule.toUpperCase());
});
