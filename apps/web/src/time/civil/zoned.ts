import type { CivilDate } from './civil-date.ts';

const MINUTE_MS = 60_000;
/** How far clocks are put back anywhere: half an hour on Lord Howe, an hour elsewhere, two on Antarctic stations. */
const SETBACKS = [30, 60, 120, 180];

const readers = new Map<string, Intl.DateTimeFormat>();

/** Formatters are dear to make and used by the hundred. */
function readerOf(zone: string): Intl.DateTimeFormat {
  const known = readers.get(zone);
  if (known) return known;
  const numbers = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' };
  const made = new Intl.DateTimeFormat('sv-SE', {
    ...(numbers as Intl.DateTimeFormatOptions),
    hourCycle: 'h23',
    timeZone: zone,
  });
  readers.set(zone, made);
  return made;
}

/** What the clocks show: `2026-10-25 02:30`. @param zone IANA name */
export function wallTime(instant: Date, zone: string): string {
  return readerOf(zone).format(instant).replace(',', '');
}

/** The date of an instant where the reader is. */
export function dateIn(instant: Date, zone: string): CivilDate {
  return wallTime(instant, zone).slice(0, 10);
}

export function hourIn(instant: Date, zone: string): number {
  return Number(wallTime(instant, zone).slice(11, 13));
}

/** Minutes that the zone is ahead of UTC at an instant. */
export function offsetAt(instant: Date, zone: string): number {
  const minute = Math.floor(instant.getTime() / MINUTE_MS);
  return Date.parse(`${wallTime(instant, zone).replace(' ', 'T')}Z`) / MINUTE_MS - minute;
}

/** Whether clocks show this time twice that day, so that it means nothing without its offset. */
export function isTwice(instant: Date, zone: string): boolean {
  const shown = wallTime(instant, zone);
  return SETBACKS.some((minutes) =>
    [-minutes, minutes].some(
      (shift) => wallTime(new Date(instant.getTime() + shift * MINUTE_MS), zone) === shown,
    ),
  );
}

/** `UTC+2`, `UTC−3:30`, `UTC`. */
export function offsetText(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

/** Whether clocks in two zones agree at every one of these instants: then one of them need not be told. */
export function readAlike(instants: readonly Date[], one: string, other: string): boolean {
  return one === other || instants.every((instant) => offsetAt(instant, one) === offsetAt(instant, other));
}
