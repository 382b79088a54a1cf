import type { EpochMs } from '../occurrence.ts';
import { DAY_MS, type DayNumber, dayOf, daysInMonth, MIN_YEAR, type WallMs } from './civil.ts';

/** A DATE or DATE-TIME as iCalendar writes it (RFC 5545, 3.3.4 and 3.3.5). */
export type TimeValue =
  | { readonly kind: 'date'; readonly day: DayNumber }
  /** `tzid` null is a floating time. */
  | { readonly kind: 'local'; readonly wall: WallMs; readonly tzid: string | null }
  | { readonly kind: 'utc'; readonly at: EpochMs };

const SHAPE = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)(Z?))?$/;

/** Reads `20260329`, `20260329T103000`, `20260329T103000Z` and the same with ISO 8601's separators. */
export function parseTime(text: string, tzid: string | null = null): TimeValue | null {
  const parts = SHAPE.exec(text);
  if (!parts) return null;
  const day = validDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (day === null) return null;
  if (parts[4] === undefined) return { kind: 'date', day };
  const time = validTime(Number(parts[4]), Number(parts[5]), Number(parts[6]));
  if (time === null) return null;
  const wall = day * DAY_MS + time;
  return parts[7] === 'Z' ? { kind: 'utc', at: wall } : { kind: 'local', wall, tzid };
}

function validDay(year: number, month: number, day: number): DayNumber | null {
  if (year < MIN_YEAR || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayOf(year, month, day);
}

/** Milliseconds since midnight. */
function validTime(hour: number, minute: number, second: number): number | null {
  if (hour > 23 || minute > 59 || second > 60) return null;
  // Without leap seconds the 60th is the 59th (RFC 5545, 3.3.12).
  return ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1_000;
}
