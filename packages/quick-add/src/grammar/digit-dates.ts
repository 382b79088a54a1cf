import { inDigits, onDate, SURE } from '../day/spec.ts';
import { type Rule, rule } from './pattern.ts';

/** Dates in digits. With dots the day comes first in every country that writes them; with strokes it depends. */
export function digitDates(dayFirst: boolean): readonly Rule[] {
  const strokes = (first: number, second: number, year?: number) => inDigits(first, second, year, dayFirst);
  return [
    rule('day', '{year} _ (-|/|.) _ {n:month} _ (-|/|.) _ {n:dom}', ({ year, month, dom }) =>
      real(month, dom, year),
    ),
    rule('day', '{year} _ - _ {n:month} _ - _ {n:dom} _ t', ({ year, month, dom }) => real(month, dom, year)),
    rule('day', '{n:first} _ / _ {n:second} _ / _ {n:year}', ({ first, second, year }) =>
      strokes(first, second, year),
    ),
    rule('day', '{n:dom} _ . _ {n:month} _ . _ {n:year}', ({ dom, month, year }) => real(month, dom, year)),
    rule('day', '{n:first} _ - _ {n:second} _ - _ {n:year}', ({ first, second, year }) =>
      year > 31 || year > 20 ? real(second, first, year) : null,
    ),
    rule('day', '{n:dom} _ . {n:month} _ .', ({ dom, month }) => likely(month, dom)),
    rule('day', '{n:dom} _ . _ {n:month}', ({ dom, month }) => likely(month, dom)),
    rule('day', '{n:first} _ / _ {n:second}', ({ first, second }) => strokes(first, second)),
  ];
}

const isDate = (month: number, day: number) => onDate(month, day, 2028).find(0, 0) !== null;
const isYear = (year: number) => year < 100 || (year >= 1900 && year < 2200);

const real = (month: number, day: number, year: number) =>
  isDate(month, day) && isYear(year) ? onDate(month, day, year) : null;

/** `10.12` is a price as well, and `9.30` a time. */
const likely = (month: number, day: number) =>
  isDate(month, day) ? { ...onDate(month, day), weight: SURE - 20 } : null;
