import { hourIn } from './zoned.ts';

export const PARTS = ['night', 'morning', 'afternoon', 'evening'] as const;
export type PartOfDay = (typeof PARTS)[number];

export function partOfDay(instant: Date, zone: string): PartOfDay {
  const hour = hourIn(instant, zone);
  if (hour < 5) return 'night';
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
}

/** Slots of one date by part of the day, in order; parts without slots are left out. */
export function byPartOfDay<Timed extends { readonly start: Date }>(
  slots: readonly Timed[],
  zone: string,
): { readonly part: PartOfDay; readonly slots: readonly Timed[] }[] {
  const groups = Map.groupBy(slots, ({ start }) => partOfDay(start, zone));
  return PARTS.flatMap((part) => {
    const found = groups.get(part);
    return found ? [{ part, slots: found }] : [];
  });
}
