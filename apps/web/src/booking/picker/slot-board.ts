import type { Day, Slot } from '../api/answers.ts';
import { addDays, type CivilDate, firstOf, lastOf, type Month } from '../time/civil-date.ts';
import { dateIn } from '../time/zoned.ts';

/** The free times that this page knows of, and those that it has seen go. */
export interface SlotBoard {
  /** By the studio's dates, whatever zone they are shown in. */
  readonly days: ReadonlyMap<CivilDate, readonly Slot[]>;
  readonly months: ReadonlySet<Month>;
  /** Taken while somebody was looking: they fade, and stay in place. By start in milliseconds. */
  readonly gone: ReadonlyMap<number, Slot>;
  readonly verified: boolean;
}

export interface ShownSlot extends Slot {
  readonly gone: boolean;
}

export const EMPTY_BOARD: SlotBoard = { days: new Map(), months: new Set(), gone: new Map(), verified: true };

/**
 * The studio's dates that a month needs wherever it is read: a day more on either side, since the slots of a visitor's
 * first and last date may lie on the studio's neighbouring ones.
 */
export function rangeOf(month: Month): { readonly from: CivilDate; readonly to: CivilDate } {
  return { from: addDays(firstOf(month), -1), to: addDays(lastOf(month), 1) };
}

/** A whole month as the server tells it; what was there before and is not any more is gone. */
export function withMonth(
  board: SlotBoard,
  month: Month,
  days: readonly Day[],
  verified: boolean,
): SlotBoard {
  const { from, to } = rangeOf(month);
  const told = new Map(days.map(({ date, slots }) => [date, slots]));
  const whole: Day[] = [];
  for (let date = from; date <= to; date = addDays(date, 1))
    whole.push({ date, slots: told.get(date) ?? [] });
  return { ...withDays(board, whole, verified), months: new Set([...board.months, month]) };
}

/** Some dates, each of them whole. */
export function withDays(board: SlotBoard, days: readonly Day[], verified: boolean): SlotBoard {
  const next = new Map(board.days);
  const gone = new Map(board.gone);
  for (const { date, slots } of days) {
    for (const slot of board.days.get(date) ?? []) gone.set(slot.start.getTime(), slot);
    for (const slot of slots) gone.delete(slot.start.getTime());
    next.set(date, slots);
  }
  return { ...board, days: next, gone, verified };
}

/** Nobody looks at these any more: what has gone need not be shown as gone. */
export const withoutGone = (board: SlotBoard): SlotBoard =>
  board.gone.size === 0 ? board : { ...board, gone: new Map() };

/** Free slots by the reader's dates. Another zone changes labels only: the instants are the same. */
export function slotsByDate(board: SlotBoard, zone: string): ReadonlyMap<CivilDate, readonly Slot[]> {
  return Map.groupBy(
    [...board.days.values()].flat().sort((a, b) => a.start.getTime() - b.start.getTime()),
    ({ start }) => dateIn(start, zone),
  );
}

/** What stands under one date: free slots, and the gone ones where they were. `own` is never gone to oneself. */
export function slotsShown(
  board: SlotBoard,
  date: CivilDate,
  zone: string,
  own: Date | null,
): readonly ShownSlot[] {
  const free = slotsByDate(board, zone).get(date) ?? [];
  const gone = [...board.gone.values()].filter(({ start }) => dateIn(start, zone) === date);
  const isOwn = ({ start }: Slot) => start.getTime() === own?.getTime();
  return [
    ...free.map((slot) => ({ ...slot, gone: false })),
    ...gone.map((slot) => ({ ...slot, gone: !isOwn(slot) })),
  ].sort((a, b) => a.start.getTime() - b.start.getTime());
}
