import { DAY_MS } from './civil.ts';

/** Days and weeks are nominal, the rest is exact (RFC 5545, 3.3.6): over a change of the clock they differ. */
export interface Duration {
  readonly days: number;
  readonly ms: number;
}

const SHAPE = /^([+-])?P(?:(\d{1,6})W)?(?:(\d{1,7})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/i;

/** Reads `P1DT2H30M`; null where it is none. A negative one is no length for an event and read as zero. */
export function parseDuration(text: string): Duration | null {
  const parts = SHAPE.exec(text.trim());
  if (!parts || /[PT]$/i.test(text.trim())) return null;
  if (parts[1] === '-') return { days: 0, ms: 0 };
  const [weeks, days, hours, minutes, seconds] = parts.slice(2).map((digits) => Number(digits ?? 0));
  const ms = (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1_000;
  return { days: (weeks ?? 0) * 7 + (days ?? 0), ms };
}

/** For an all-day event: the days it touches, one at least. */
export function wholeDays(duration: Duration): number {
  return Math.max(1, duration.days + Math.ceil(duration.ms / DAY_MS));
}
