import type { EpochMs } from '@atelier/calendar/occurrence';
import { isoDate } from '@atelier/calendar/time/civil';
import { windowsOn } from './hours/windows-on.ts';
import type { Slot, SlotQuery, SlotReason } from './slot-query.ts';
import { StartJudge } from './slots/start-judge.ts';
import { localDay } from './time/local-minutes.ts';
import { MINUTE_MS, toMs } from './time/minutes.ts';

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
 * Whether a service may start then: exactly what `findSlots` says of the date on which it would start. A start off the
 * grid, by a second even, is CLOSED. Throws as `findSlots` does.
 */
export function checkSlot(query: SlotQuery, start: EpochMs): SlotCheck {
  const judge = new StartJudge(query);
  const closed = { available: false, reason: 'CLOSED' } as const;
  const minute = start / MINUTE_MS;
  if (!Number.isSafeInteger(minute) || Math.abs(start) > LAST_INSTANT) return closed;
  const day = localDay(judge.zone, minute);
  const { windows } = windowsOn(query.hours, judge.zone, day, day);
  const window = windows.find((span) => span.start <= minute && minute < span.end);
  if (!window || (minute - window.start) % query.rules.slotInterval !== 0) return closed;
  const { reason } = judge.judge(minute, window);
  if (reason !== null) return { available: false, reason };
  const slot = { start, end: toMs(minute + query.service.minutes), date: isoDate(day) };
  return { available: true, slot, chairs: judge.freeChairs(minute) };
}
