import { DAY_MS } from './civil.ts';

/** Days and weeks are nominal, the rest is exact (RFC 5545, 3.3.6): over a change of the clock they differ. */
export interface Duration {
  readonly days: number;
  readonly ms: number;
}

export interface ReadDuration extends Duration {
  /** It was not written as RFC 5545 wants it, and could be meant in one way only. */
  readonly mended: boolean;
}

const STRICT = /^\+?P(?:(\d{1,6})W)?(?:(\d{1,7})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/i;
// iCalendar has neither years nor months, so M is minutes on either side of the T.
const PART = /^\+?(\d{1,9})(?:[.,](\d{1,9}))?([WDHMS])/;
const UNIT_MS = { W: 7 * DAY_MS, D: DAY_MS, H: 3_600_000, M: 60_000, S: 1_000 } as const;
const MAX_PARTS = 12;
const MAX_DAYS = 7_000_000;

/**
 * Reads `P1DT2H30M`; null where nobody can tell how long it is, which is not the same as no length. A negative one is
 * no length of an event.
 */
export function readDuration(text: string): ReadDuration | null {
  const strict = STRICT.exec(text);
  if (strict && !/[PT]$/i.test(text)) {
    const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = strict
      .slice(1)
      .map((digits) => Number(digits ?? 0));
    const ms = ((hours * 60 + minutes) * 60 + seconds) * 1_000;
    return { days: weeks * 7 + days, ms, mended: false };
  }
  const loose = looseDuration(text);
  return loose && { ...loose, mended: true };
}

export function parseDuration(text: string): Duration | null {
  const read = readDuration(text.trim());
  return read && { days: read.days, ms: read.ms };
}

/** Units in any order and on either side of the T, with fractions, blanks or quotes. */
function looseDuration(text: string): Duration | null {
  const [, written] = /^\+?P?(.+)$/.exec(text.replace(/[\s"']/g, '').toUpperCase()) ?? [];
  if (written === undefined) return null;
  let rest = written.replaceAll('T', '');
  if (rest === '') return null;
  let days = 0;
  let ms = 0;
  for (let parts = 0; rest !== ''; parts++) {
    const [whole, digits, fraction = '', unit] = PART.exec(rest) ?? [];
    if (whole === undefined || parts === MAX_PARTS) return null;
    const size = UNIT_MS[unit as keyof typeof UNIT_MS];
    const nominal = size >= DAY_MS ? Number(digits) * (size / DAY_MS) : 0;
    days += nominal;
    // Never less than was written: a part of a millisecond is one.
    ms += Math.ceil(Number(`${nominal > 0 ? 0 : digits}.${fraction || 0}`) * size);
    rest = rest.slice(whole.length);
  }
  return days > MAX_DAYS ? null : { days, ms };
}

/** For an all-day event: the days it touches, one at least. */
export function wholeDays(duration: Duration): number {
  return Math.max(1, duration.days + Math.ceil(duration.ms / DAY_MS));
}
