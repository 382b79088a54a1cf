interface Offered {
  readonly start: Date;
  readonly end: Date;
}

/**
 * The starts from which `minutes` are free without a pause, told from the slots of a service of another length: slots
 * that meet or overlap cover one free stretch. Every start that is named is free for so long; buffers may hide a few
 * that are free as well.
 */
export function longStarts<Slot extends Offered>(slots: readonly Slot[], minutes: number): readonly Slot[] {
  const byTime = slots.toSorted((a, b) => a.start.getTime() - b.start.getTime());
  return byTime.filter((slot, index) => {
    const needed = slot.start.getTime() + minutes * 60_000;
    let end = slot.end.getTime();
    for (const next of byTime.slice(index + 1)) {
      if (end >= needed || next.start.getTime() > end) break;
      end = Math.max(end, next.end.getTime());
    }
    return end >= needed;
  });
}
