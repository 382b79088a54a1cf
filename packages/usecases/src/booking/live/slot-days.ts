import type { DateSlots } from '@atelier/booking/slots/slots-by-date';
import type { OfferedSlot } from '../availability/offer-slots.ts';
import type { WhyGone } from '../availability/why-gone.ts';

export type Days = readonly DateSlots<OfferedSlot>[];

/** Free times at one moment; texts of the dates to compare by. */
export interface SlotState {
  readonly zone: string;
  readonly verified: boolean;
  readonly days: Days;
  readonly texts: ReadonlyMap<string, string>;
  readonly why: (start: Date) => WhyGone | null;
}

/** A time that was free a moment ago. */
export interface GoneSlot {
  readonly start: Date;
  /** Null where so many went at once that nobody asked of each. */
  readonly why: WhyGone | null;
}

/** What is sent to whoever watches free times. */
export type SlotNews =
  | { readonly kind: 'all'; readonly zone: string; readonly verified: boolean; readonly days: Days }
  /** Only the dates that have changed, whole; one without slots has none left. */
  | {
      readonly kind: 'days';
      readonly verified: boolean;
      readonly days: Days;
      /** What was free on these dates and is not any more, each with its reason. */
      readonly gone: readonly GoneSlot[];
    };

export function slotState(offered: Pick<SlotState, 'zone' | 'verified' | 'days' | 'why'>): SlotState {
  const { zone, verified, days, why } = offered;
  return { zone, verified, days, why, texts: new Map(days.map(({ date, slots }) => [date, textOf(slots)])) };
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
  const emptied = before.days
    .filter(({ date }) => !after.texts.has(date))
    .map(({ date }) => ({ date, slots: [] }));
  const days = [...changed, ...emptied].sort((one, other) => (one.date < other.date ? -1 : 1));
  if (days.length === 0 && before.verified === after.verified) return null;
  return { kind: 'days', verified: after.verified, days, gone: goneOf(before, after, days) };
}

/** A studio that closes for a month takes a thousand times at once: of more than anybody reads, nobody asks why. */
const MOST_ASKED = 150;

function goneOf(before: SlotState, after: SlotState, days: Days): readonly GoneSlot[] {
  const free = new Set(days.flatMap(({ slots }) => slots.map(({ start }) => start.getTime())));
  const dates = new Set(days.map(({ date }) => date));
  return before.days
    .filter(({ date }) => dates.has(date))
    .flatMap(({ slots }) => slots.filter(({ start }) => !free.has(start.getTime())))
    .map(({ start }, n) => ({ start, why: n < MOST_ASKED ? after.why(start) : null }));
}
