import { type DateSpec, daysAway, monthsAway } from '../day/spec.ts';
import { lengthOf, type Unit } from './meaning.ts';

/** In three days, two weeks ago; hours and minutes are no dates. */
export function fromUnits(count: number, unit: Unit): DateSpec | null {
  const { days, months } = lengthOf(count, unit);
  if (Math.abs(count) > 400) return null;
  if (months !== 0) return monthsAway(months);
  return days === 0 ? null : { ...daysAway(days), weight: 75, near: false };
}
