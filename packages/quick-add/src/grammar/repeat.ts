import { onDate } from '../day/spec.ts';
import { type Frequency, lengthOf, type RepeatSpec, type Unit } from './meaning.ts';

export const WORKDAYS = [1, 2, 3, 4, 5];

/** Every three weeks; minutes and hours repeat nothing in a calendar. */
export function everyUnit(count: number, unit: Unit, days: readonly number[] = []): RepeatSpec | null {
  const { days: inDays, months } = lengthOf(count, unit);
  if (count < 1 || count > 99 || (inDays === 0 && months === 0)) return null;
  if (months > 0) return months % 12 === 0 ? plain('YEARLY', months / 12) : plain('MONTHLY', months);
  return inDays % 7 === 0 ? { ...plain('WEEKLY', inDays / 7), days } : plain('DAILY', inDays);
}

export const plain = (every: Frequency, interval = 1): RepeatSpec => ({ every, interval, days: [] });
export const weekly = (days: readonly number[], interval = 1): RepeatSpec => ({
  every: 'WEEKLY',
  interval,
  days,
});
export const monthly = (nth: number, weekday: number, interval = 1): RepeatSpec => ({
  every: 'MONTHLY',
  interval,
  days: [weekday],
  nth,
});
export const monthDay = (day: number, interval = 1): RepeatSpec => ({
  every: 'MONTHLY',
  interval,
  days: [],
  monthDay: day,
});

export const yearly = (month: number, day: number): RepeatSpec => ({
  ...plain('YEARLY'),
  on: onDate(month, day),
});
