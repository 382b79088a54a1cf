import { addDays, type CivilDate } from '../../../time/civil/civil-date.ts';
import { dateIn } from '../../../time/civil/zoned.ts';
import type { Day, Slot, WhyGone } from '../../api/answers.ts';
import type { DateSpan } from '../grid/grid-page.ts';

/** The free times that this page knows of, and those that it has seen go. */
export interface SlotBoard {
  /** By the studio's dates, whatever zone they are shown in. */
  readonly days: ReadonlyMap<CivilDate, readonly Slot[]>;
  /** Taken while somebody was looking: they fade, and stay in place. By start in milliseconds. */
  readonly gone: ReadonlyMap<number, GoneSlot>;
  readonly verified: boolean;
}

interface GoneSlot extends Slot {
  readonly why: WhyGone;
}

export interface ShownSlot extends GoneSlot {
  readonly gone: boolean;
}

/** What was told of the times that have gone, by start in milliseconds. */
export type Reasons = ReadonlyMap<number, WhyGone>;
const UNTOLD: Reasons = new Map();

export const EMPTY_BOARD: SlotBoard = { days: new Map(), gone: new Map(), verified: true };

/**
 * The studio's dates that a page needs wherever it is read: a day more on either side, since the slots of a visitor's
 * first and last date may lie on the studio's neighbouring ones.
 */
export function rangeOf({ from, to }: DateSpan): DateSpan {
  return { from: addDays(from, -1), to: addDays(to, 1) };
}

/** Whether the server has told every date that a page needs. */
export function isKnown({ days }: SlotBoard, page: DateSpan): boolean {
  return datesOf(rangeOf(page)).every((date) => days.has(date));
}

/** A whole page as the server tells it; what was there before and is not any more is gone. */
export function withPage(
  board: SlotBoard,
  page: DateSpan,
  days: readonly Day[],
  verified: boolean,
): SlotBoard {
  const told = new Map(days.map(({ date, slots }) => [date, slots]));
  const whole = datesOf(rangeOf(page)).map((date) => ({ date, slots: told.get(date) ?? [] }));
  return withDays(board, whole, verified);
}

function datesOf({ from, to }: DateSpan): CivilDate[] {
  const dates: CivilDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** Some dates, each of them whole. */
export function withDays(
  board: SlotBoard,
  days: readonly Day[],
  verified: boolean,
  reasons: Reasons = UNTOLD,
): SlotBoard {
  const next = new Map(board.days);
  const gone = new Map(board.gone);
  for (const { date, slots } of days) {
    for (const slot of board.days.get(date) ?? [])
      gone.set(slot.start.getTime(), { ...slot, why: reasons.get(slot.start.getTime()) ?? null });
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
    ...free.map((slot) => ({ ...slot, gone: false, why: null })),
    ...gone.map((slot) => ({ ...slot, gone: !isOwn(slot) })),
  ].sort((a, b) => a.start.getTime() - b.start.getTime());
}
