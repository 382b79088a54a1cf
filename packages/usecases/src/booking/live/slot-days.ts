import type { DateSlots } from '@atelier/booking/slots-by-date';
import type { OfferedSlot } from '../offer-slots.ts';

export type Days = readonly DateSlots<OfferedSlot>[];

/** Free times at one moment; texts of the dates to compare by. */
export interface SlotState {
  readonly zone: string;
  readonly verified: boolean;
  readonly days: Days;
  readonly texts: ReadonlyMap<string, string>;
}

/** What is sent to whoever watches free times. */
export type SlotNews =
  | { readonly kind: 'all'; readonly zone: string; readonly verified: boolean; readonly days: Days }
  /** Only the dates that have changed, whole; one without slots has none left. */
  | { readonly kind: 'days'; readonly verified: boolean; readonly days: Days };

export function slotState(offered: Pick<SlotState, 'zone' | 'verified' | 'days'>): SlotState {
  const { zone, verified, days } = offered;
  return { zone, verified, days, texts: new Map(days.map(({ date, slots }) => [date, textOf(slots)])) };
}

function textOf(slots: readonly OfferedSlot[]): string {
  return slots.map(({ start, end, artist }) => `${start.getTime()} ${end.getTime()} ${artist}`).join();
}

export function allOf({ zone, verified, days }: SlotState): SlotNews {
  return { kind: 'all', zone, verified, days };
}

/** What somebody who knows `before` has to learn to know `after`; null when nothing. */
export function newsOf(before: SlotState, after: SlotState): SlotNews | null {
  // An artist's zone labels every date anew.
  if (before.zone !== after.zone) return allOf(after);
  const changed = after.days.filter(({ date }) => before.texts.get(date) !== after.texts.get(date));
  const gone = before.days
    .filter(({ date }) => !after.texts.has(date))
    .map(({ date }) => ({ date, slots: [] }));
  const days = [...changed, ...gone].sort((one, other) => (one.date < other.date ? -1 : 1));
  if (days.length === 0 && before.verified === after.verified) return null;
  return { kind: 'days', verified: after.verified, days };
}
