import { type DayNumber, isoDate } from '@atelier/calendar/time/civil';
import { windowsOn } from '../hours/windows-on.ts';
import { isoDay } from '../time/iso-day.ts';
import { toMs, type UtcMinute } from '../time/minutes.ts';
import type { DateRange } from './open-windows.ts';
import type { Slot, SlotQuery, SlotReason } from './slot-query.ts';
import { StartJudge } from './start-judge.ts';

/** A start on the grid, offered or not. */
export interface GridStart extends Slot {
  /** Null when it is offered. */
  readonly reason: SlotReason | null;
}

/**
 * The slots that start on the dates (local to the artist, both included), in order of time. A start is on the grid when
 * it lies a multiple of the interval, in real minutes, after the first minute of its window; the whole service must lie
 * inside that window, its buffers need not. O((W + B) log B + S) for W windows, B busy times and S starts on the grid.
 * Throws RangeError for an unknown zone, bad dates and numbers that lay no grid.
 */
export function findSlots(query: SlotQuery, dates: DateRange): Slot[] {
  const slots: Slot[] = [];
  sweep(query, dates, (slot, reason) => {
    if (reason === null) slots.push(slot());
  });
  return slots;
}

/** Every start on the grid of these dates with the reason why it is not offered. Otherwise as `findSlots`. */
export function explainSlots(query: SlotQuery, dates: DateRange): GridStart[] {
  const starts: GridStart[] = [];
  sweep(query, dates, (slot, reason) => starts.push({ ...slot(), reason }));
  return starts;
}

type Visit = (slot: () => Slot, reason: SlotReason | null) => void;

function sweep(query: SlotQuery, dates: DateRange, visit: Visit): void {
  const [first, last] = [isoDay(dates.from), isoDay(dates.to)];
  const judge = new StartJudge(query);
  const on = windowsOn(query.hours, judge.zone, first, last);
  const begin = on.dates[0]?.start ?? 0;
  const end = on.dates.at(-1)?.end ?? 0;
  const { slotInterval } = query.rules;
  const slotAt = slotMaker(query.service.minutes);
  for (const window of on.windows) {
    const skipped = Math.max(0, Math.ceil((begin - window.start) / slotInterval));
    const until = Math.min(window.end, end);
    for (let start = window.start + skipped * slotInterval; start < until; start += slotInterval) {
      const { day, reason } = judge.judge(start, window);
      // Where a fold goes back over midnight, dates come in turns.
      if (day >= first && day <= last) visit(() => slotAt(start, day), reason);
    }
  }
}

/** Writes each date once. */
function slotMaker(minutes: number): (start: UtcMinute, day: DayNumber) => Slot {
  let known: DayNumber | null = null;
  let date = '';
  return (start, day) => {
    if (day !== known) {
      known = day;
      date = isoDate(day);
    }
    return { start: toMs(start), end: toMs(start + minutes), date };
  };
}
