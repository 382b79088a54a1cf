import type { EpochMs } from '@atelier/calendar/occurrence';

/**
 * The slots that start nearest to a wanted time, before or after it, in order of time: what to offer when it was
 * just taken. Of two equally near ones the earlier. `slots` are ordered by start.
 */
export function nearestSlots<Offered extends { readonly start: EpochMs }>(
  slots: readonly Offered[],
  wanted: EpochMs,
  count = 3,
): Offered[] {
  const later = slots.findIndex(({ start }) => start >= wanted);
  let from = later < 0 ? slots.length : later;
  let to = from;
  while (to - from < count && (from > 0 || to < slots.length)) {
    const before = wanted - (slots[from - 1]?.start ?? Number.NEGATIVE_INFINITY);
    const after = (slots[to]?.start ?? Number.POSITIVE_INFINITY) - wanted;
    if (before <= after) from--;
    else to++;
  }
  return slots.slice(from, to);
}
