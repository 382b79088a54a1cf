import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { readDay } from './read-day.ts';

const TODAY = Temporal.PlainDate.from('2026-12-02');
const read = (text: string, locale = 'fr') => readDay(text, TODAY, locale)?.toString() ?? null;

test.each([
  ...([
    ['today', '2026-12-02'],
    ['Demain', '2026-12-03'],
    ['après-demain', '2026-12-04'],
  ] as const),
  ...([
    ['2027-03-04', '2027-03-04'],
    ['3.4.', '2027-04-03'],
    ['3/4/27', '2027-04-03'],
    ['24.12', '2026-12-24'],
  ] as const),
  ...([
    ['12 mars', '2027-03-12'],
    ['12 March 2028', '2028-03-12'],
    ['March 12th', '2027-03-12'],
  ] as const),
  ...([
    ['le 1er février', '2027-02-01'],
    ['jeudi 24 décembre', '2026-12-24'],
    ['août', '2027-08-01'],
  ] as const),
  ...([
    ['Friday', '2026-12-04'],
    ['next wed', '2026-12-09'],
    ['vendredi prochain', '2026-12-04'],
  ] as const),
  ...([
    ['last Friday', '2026-11-27'],
    ['mardi dernier', '2026-12-01'],
    ['mercredi dernier', '2026-11-25'],
  ] as const),
  ...([
    ['in 3 weeks', '2026-12-23'],
    ['dans 10 jours', '2026-12-12'],
  ] as const),
])('%s is %s', (text, day) => {
  expect(read(text)).toBe(day);
});

test('in American English the month of 3/4 comes first', () => {
  expect(read('3/4', 'en-US')).toBe('2027-03-04');
});

test.each(['', 'x', '31 février', '45.1.', 'ma', 'hello world', '12'])('%j is no date', (text) => {
  expect(read(text)).toBeNull();
});
