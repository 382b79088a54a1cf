import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEventOf, spansOf } from '../testing/calendar-text.ts';

const START = 'DTSTART;TZID=Europe/Zurich:20260710T100000';
const spans = (...lines: string[]) => spansOf(readEventOf(START, ...lines));
const flags = (...lines: string[]) => readEventOf(START, ...lines).flags;

describe('T4 an end with one meaning is mended', () => {
  test.each([
    ['DTEND;TZID=Europe/Zurich:20260710T240000', '2026-07-10T22:00:00Z'],
    ['DTEND;TZID=Europe/Zurich:20260710T2400', '2026-07-10T22:00:00Z'],
    ['DTEND;TZID=Europe/Zurich:2026-07-10T24:00:00', '2026-07-10T22:00:00Z'],
    ['DTEND;TZID=Europe/Zurich:20261231T240000', '2026-12-31T23:00:00Z'],
    ['DTEND;TZID=Europe/Zurich:2026-07-10 11:30', '2026-07-10T09:30:00Z'],
    ['DTEND;TZID=Europe/Zurich:20260710T11', '2026-07-10T09:00:00Z'],
    ['DTEND;TZID=Europe/Zurich:2026-7-10 11:30 AM', '2026-07-10T09:30:00Z'],
    ['DTEND;TZID=Europe/Zurich:2026-07-10 1:30 pm', '2026-07-10T11:30:00Z'],
    ['DTEND;TZID=Europe/Zurich:"20260710T113000"', '2026-07-10T09:30:00Z'],
    ['DTEND:2026-07-10T11:30:00.000+02:00', '2026-07-10T09:30:00Z'],
    ['DTEND;VALUE=DATE:20260711', '2026-07-10T22:00:00Z'],
    ['DTEND;VALUE=DATE:20260710', '2026-07-10T22:00:00Z'],
    ['DTEND:20260711', '2026-07-10T22:00:00Z'],
    ['DURATION:PT1D', '2026-07-11T08:00:00Z'],
    ['DURATION:PT0DT2H0M0S', '2026-07-10T10:00:00Z'],
    ['DURATION:PT1.5H', '2026-07-10T09:30:00Z'],
    ['DURATION:P1H30M', '2026-07-10T09:30:00Z'],
    ['DURATION:PT30M1H', '2026-07-10T09:30:00Z'],
  ])('%s', (line, end) => {
    expect(spans(line)).toEqual([`2026-07-10T08:00:00Z/${end}`]);
    expect(flags(line)).toEqual(['mended-end']);
  });

  test('a second DTEND is taken where the first says nothing', () => {
    const lines = ['DTEND:later', 'DTEND;TZID=Europe/Zurich:20260710T110000'];
    expect(spans(...lines)).toEqual(['2026-07-10T08:00:00Z/2026-07-10T09:00:00Z']);
    expect(flags(...lines)).toEqual(['mended-end']);
  });

  test('DURATION is taken where DTEND says nothing', () => {
    expect(spans('DTEND:later', 'DURATION:PT1H')).toEqual(['2026-07-10T08:00:00Z/2026-07-10T09:00:00Z']);
    expect(flags('DTEND:later', 'DURATION:PT1H')).toEqual(['mended-end']);
  });
});

describe('T4 an end that nobody understands blocks the rest of the day', () => {
  test.each([
    'DTEND:Invalid date',
    'DTEND;TZID=Europe/Zurich:undefined',
    'DTEND:',
    'DTEND:20260710T250000Z',
    'DTEND:20260732',
    'DTEND:1783677600',
    'DTEND;TZID=Europe/Zurich:20260710T090000',
    'DTEND;VALUE=DATE:20260701',
    'DURATION:',
    'DURATION:PT-2H0M0S',
    'DURATION:-PT1H',
    'DURATION:an hour',
    'DURATION:90',
    'DURATION:P1Y',
    'DURATION:PT99999999999H',
  ])('%s', (line) => {
    expect(spans(line)).toEqual(['2026-07-10T08:00:00Z/2026-07-10T22:00:00Z']);
    expect(flags(line)).toEqual(['invalid-end']);
  });

  test('each instance of a series to the end of its own day, over a change of the clock', () => {
    const series = readEventOf(
      'DTSTART;TZID=Europe/Zurich:20261018T233000',
      'DTEND:?',
      'RRULE:FREQ=WEEKLY;COUNT=2',
    );
    expect(spansOf(series)).toEqual([
      '2026-10-18T21:30:00Z/2026-10-18T22:00:00Z',
      '2026-10-25T22:30:00Z/2026-10-25T23:00:00Z',
    ]);
  });

  test('a start in UTC has the day of the calendar', () => {
    const object = readEventOf('DTSTART:20260710T080000Z', 'DTEND:?');
    expect(spansOf(object)).toEqual(['2026-07-10T08:00:00Z/2026-07-10T22:00:00Z']);
  });

  test('the period of an added date, too', () => {
    const object = readEventOf(START, 'DURATION:PT1H', 'RDATE;VALUE=PERIOD:20260712T080000Z/soon');
    expect(spansOf(object)).toEqual([
      '2026-07-10T08:00:00Z/2026-07-10T09:00:00Z',
      '2026-07-12T08:00:00Z/2026-07-12T22:00:00Z',
    ]);
    expect(object.flags).toEqual(['invalid-end']);
  });
});

describe('T4 no end is another thing', () => {
  test('a time without an end has no length and no flag', () => {
    expect(spans()).toEqual(['2026-07-10T08:00:00Z/2026-07-10T08:00:00Z']);
    expect(flags()).toEqual([]);
  });

  test.each(['DURATION:PT0S', 'DTEND;TZID=Europe/Zurich:20260710T100000'])('%s says so', (line) => {
    expect(spans(line)).toEqual(['2026-07-10T08:00:00Z/2026-07-10T08:00:00Z']);
    expect(flags(line)).toEqual([]);
  });
});

test.each([
  ['DTEND:20260712T120000Z', '2026-07-13'],
  ['DTEND;TZID=Europe/Berlin:20260712T120000', '2026-07-13'],
  ['DTEND:20260711T220000Z', '2026-07-12'],
  ['DTEND:20260712T000000Z', '2026-07-12'],
  ['DTEND;TZID=Asia/Tokyo:20260712T000000', '2026-07-12'],
])('T4 whole days that end within a day take it: %s', (line, end) => {
  const object = readEventOf('DTSTART;VALUE=DATE:20260710', line);
  expect(spansOf(object)).toEqual([`2026-07-10/${end}`]);
  expect(object.flags).toEqual(['mended-end']);
});

/** Units in any order and number, some with a fraction, blanks or a stray T. */
const LOOSE = fc
  .tuple(
    fc.array(
      fc.record({
        amount: fc.integer({ min: 1, max: 40 }),
        half: fc.boolean(),
        unit: fc.constantFrom('W', 'D', 'H', 'M', 'S'),
        between: fc.constantFrom('', 'T', ' '),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    fc.constantFrom('P', 'PT', '+P', 'p'),
  )
  .map(([parts, prefix]) => ({
    text:
      prefix +
      parts
        .map(({ amount, half, unit, between }) => `${between}${amount}${half ? '.5' : ''}${unit}`)
        .join(''),
    ms: parts.reduce(
      (sum, { amount, half, unit }) => sum + (amount + (half ? 0.5 : 0)) * (SIZES[unit] ?? 0),
      0,
    ),
  }));
const SIZES: Readonly<Record<string, number>> = {
  W: 604_800_000,
  D: 86_400_000,
  H: 3_600_000,
  M: 60_000,
  S: 1_000,
};

test('T4 a duration in any order is as long as its units together', () => {
  fc.assert(
    fc.property(LOOSE, ({ text, ms }) => {
      const object = readEventOf('DTSTART:20260710T080000Z', `DURATION:${text}`);
      const [occurrence] = object.occurrences;
      expect((occurrence?.end ?? 0) - (occurrence?.start ?? 0)).toBe(ms);
    }),
  );
});

/** Whatever is written behind DTEND or DURATION. */
const RUBBISH = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 24 }),
  fc
    .array(
      fc.constantFrom(
        'P',
        'T',
        '-',
        '+',
        '1',
        '0',
        '9',
        'H',
        'M',
        'D',
        'W',
        'S',
        '.',
        ':',
        'Z',
        '2026',
        '07',
      ),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join('')),
);

test('T4 no end that is there makes an event shorter than none of it could be understood', () => {
  fc.assert(
    fc.property(fc.constantFrom('DTEND', 'DTEND;VALUE=DATE', 'DURATION'), RUBBISH, (name, value) => {
      const object = readEventOf('DTSTART:20260710T080000Z', `${name}:${value}`);
      const [occurrence] = object.occurrences;
      const length = (occurrence?.end ?? 0) - (occurrence?.start ?? 0);
      // Only who says so in words has no length.
      if (length <= 0) expect(`${name}:${value}`).toMatch(/^DURATION:.*\b[PpTt0]|^DTEND:/);
      if (length <= 0) expect(value).not.toMatch(/[1-9](?!.*T080000)/);
      expect(occurrence?.busy).toBe(true);
    }),
    { numRuns: 500 },
  );
});
