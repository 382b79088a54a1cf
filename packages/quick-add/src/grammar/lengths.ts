import { type Length, lengthOf, type Unit } from './meaning.ts';

export const positive = (count: number, unit: Unit): Length | null =>
  count > 0 && count < 1000 ? lengthOf(count, unit) : null;

/** A length after a word that asks for one is no time of day. */
export const stated = ({ minutes, days, months }: Length): Length => ({
  minutes,
  days,
  months,
  stated: true,
});
/** Days are dates. */
export const soon = (length: Length): Length | null => (length.minutes > 0 ? length : null);
/** "Once a week" lasts no week. */
export const unasked = (length: Length): Length | null =>
  length.minutes > 0 || (length.days > 1 && length.days !== 7) ? length : null;
/** Minutes before; a reminder comes four weeks ahead at most. */
export const ahead = ({ minutes, days, months }: Length): number =>
  Math.min(minutes + days * 1_440 + months * 43_200, 28 * 1_440);
