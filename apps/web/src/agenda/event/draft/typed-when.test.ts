import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../time/civil/typed-date.ts';
import { durationText } from '../../../time/duration.ts';
import { createFormats } from '../../../time/formats.ts';
import { parseTime } from '../../../time/typed-time.ts';
import { parseEnd } from './typed-end.ts';

const minutes = fc.integer({ min: 0, max: 1_439 });
const two = (value: number) => String(value).padStart(2, '0');

describe('a time as it is typed', () => {
  it('I3: every minute of the day, in every way that people write it', () => {
    fc.assert(
      fc.property(minutes, (at) => {
        const [hour, minute] = [Math.floor(at / 60), at % 60];
        const [half, clock] = [hour < 12 ? 'am' : 'pm', hour % 12 === 0 ? 12 : hour % 12];
        const written = [
          `${two(hour)}:${two(minute)}`,
          `${hour}h${two(minute)}`,
          `${hour}.${two(minute)}`,
          `${two(hour)}${two(minute)}`,
        ];
        const twelve = [`${clock}.${two(minute)}${half}`, `${clock}:${two(minute)} ${half}`];
        for (const text of [...written, ...twelve]) expect([text, parseTime(text)]).toEqual([text, at]);
      }),
    );
  });

  it.each([
    ['9', 540],
    ['14h', 840],
    ['2pm', 840],
    ['25:00', null],
    ['9:75', null],
    ['lunch', null],
  ])('%s', (text, at) => expect(parseTime(text)).toBe(at));
});

describe('an end as it is typed', () => {
  it.each([
    ['16:00', 840, { time: 960 }],
    ['16h', 840, { time: 960 }],
    ['2', 1_320, { time: 120 }],
    ['45m', 840, { length: 45 }],
    ['1h30', 840, { length: 90 }],
    ['1h30', 30, { time: 90 }],
    ['1,5 h', 840, { length: 90 }],
    ['2h', 840, { length: 120 }],
    ['+2h', 30, { length: 120 }],
    ['90 min', 840, { length: 90 }],
    ['1 day', 840, { length: 1_440 }],
    ['0 min', 840, null],
    ['later', 840, null],
  ])('%s after %i', (text, start, end) => expect(parseEnd(text, start)).toEqual(end));

  it('I3: a clock time is never taken for a length, and a length with its unit never for a time', () => {
    fc.assert(
      fc.property(minutes, minutes, fc.integer({ min: 1, max: 600 }), (at, start, length) => {
        expect(parseEnd(`${two(Math.floor(at / 60))}:${two(at % 60)}`, start)).toEqual({ time: at });
        expect(parseEnd(`${length} min`, start)).toEqual({ length });
        expect(parseEnd(durationText(length, 'en'), start)).toEqual({ length });
      }),
    );
  });
});

describe('a day as it is typed', () => {
  it.each([
    ['2026-05-05', 'en'],
    ['5 May', 'en'],
    ['5 may 2026', 'en'],
    ['May 5', 'en'],
    ['Tue 5 May', 'en'],
    ['Tuesday 5th of May', 'en'],
    ['5.5.', 'fr'],
    ['05.05.26', 'fr'],
    ['5/5/2026', 'en'],
    ['mar. 5 mai', 'fr'],
    ['5 mai 2026', 'fr'],
    ['5 may', 'fr'],
  ])('%s in %s', (text, locale) => expect(parseDate(text, '2026-04-01', locale)).toBe('2026-05-05'));

  it('takes the nearest year where none is said, and no day that there is not', () => {
    expect(parseDate('2 Jan', '2026-12-20', 'en')).toBe('2027-01-02');
    expect(parseDate('20 Dec', '2026-01-05', 'en')).toBe('2025-12-20');
    expect(parseDate('1er août', '2026-04-01', 'fr')).toBe('2026-08-01');
    for (const text of ['30 feb', '31.4.', 'ju 5', 'someday', ''])
      expect(parseDate(text, '2026-04-01', 'en')).toBeNull();
  });

  it('I4: reads what the field shows, in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.constantFrom('en-GB', 'fr-CH'), (days, locale) => {
        const date = new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
        expect(parseDate(createFormats(locale).longDate(date), '2026-06-01', locale)).toBe(date);
        expect(parseDate(createFormats(locale).date(date), '2026-06-01', locale)).toBe(date);
      }),
    );
  });
});
