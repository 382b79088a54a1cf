import type { EpochMs } from '@atelier/calendar/occurrence';
import { isoDate } from '@atelier/calendar/time/civil';
import { windowsOn } from '../hours/windows-on.ts';
import { localDay } from '../time/local-minutes.ts';
import { MINUTE_MS, toMs } from '../time/minutes.ts';
import type { Slot, SlotQuery, SlotReason } from './slot-query.ts';
import { StartJudge } from './start-judge.ts';

/** What Date and Temporal can name, in ms to either side of 1970. */
const LAST_INSTANT = 8.64e15;

export type SlotCheck =
  | {
      readonly available: true;
      /** What may be booked: the end comes from the service, never from the one who asks. */
      readonly slot: Slot;
      /** Chairs to choose from, in the order given; empty when none is needed. */
      readonly chairs: readonly string[];
    }
  | { readonly available: false; readonly reason: SlotReason };

/**
 * Whether a service may start then: exactly what `findSlots` says of the date on which it would start. A start between
 * two of the grid, by a second even, is OFFGRID where the studio is open, else CLOSED. Throws as `findSlots` does.
 */
export function checkSlot(query: SlotQuery, start: EpochMs): SlotCheck {
  const judge = new StartJudge(query);
  const { minutes } = query.service;
  const minute = start / MINUTE_MS;
  if (!(Math.abs(start) <= LAST_INSTANT)) return refuse('CLOSED');
  const day = localDay(judge.zone, Math.floor(minute));
  const { windows } = windowsOn(query.hours, judge.zone, day, day);
  const window = windows.find((span) => span.start <= minute && minute < span.end);
  if (!window || minute + minutes > window.end) return refuse('CLOSED');
  if (!Number.isSafeInteger(minute) || (minute - window.start) % query.rules.slotInterval !== 0)
    return refuse('OFFGRID');
  const { reason } = judge.judge(minute, window);
  if (reason !== null) return refuse(reason);
  const slot = { start, end: toMs(minute + minutes), date: isoDate(day) };
  return { available: true, slot, chairs: judge.freeChairs(minute) };
}

function refuse(reason: SlotReason): SlotCheck {
  return { available: false, reason };
}
