import { basicDate, DAY_MS, dayOf, daysInMonth } from '../time/civil.ts';
import { parseTime } from '../time/time-value.ts';

const DATE = /^(?:(\d{4})(\d\d)(\d\d)|(\d{4})([-/.])(\d{1,2})\5(\d{1,2}))/;
const TIME =
  /^(?:[T ]+|(?=T))T?(?:(\d\d)(\d\d)?(\d\d)?|(\d{1,2}):(\d\d)(?::(\d\d))?)(?:[.,]\d+)? ?([AP]M)? ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i;

/**
 * A time such as `2026-01-01 10:00` as iCalendar writes it, `20260101T100000`; unchanged where it is none. What has
 * one meaning is read: separators, blanks, quotes, fractions, an offset, no seconds, 24:00 for the next midnight.
 */
export function mendTime(text: string): string {
  const value = text.replaceAll('"', '').trim();
  const date = DATE.exec(value);
  if (!date) return value;
  const day = `${date[1] ?? date[4]}${date[2] ?? date[6]?.padStart(2, '0')}${date[3] ?? date[7]?.padStart(2, '0')}`;
  const rest = value.slice(date[0].length);
  if (rest === '') return day;
  const clock = TIME.exec(rest);
  if (!clock) return value;
  const hour = hourOf((clock[1] ?? clock[4] ?? '').padStart(2, '0'), clock[7]?.toUpperCase());
  const local = onNextDay(`${day}T${hour}${clock[2] ?? clock[5] ?? '00'}${clock[3] ?? clock[6] ?? '00'}`);
  const offset = clock[8]?.toUpperCase() ?? '';
  if (offset === '') return local;
  return /^[ZUG]/.test(offset) ? `${local}Z` : inUtc(local, offset);
}

/** `12 AM` is midnight, `12 PM` noon. */
function hourOf(digits: string, half: string | undefined): string {
  const hour = Number(digits);
  if (half === undefined || hour > 12 || hour < 1) return digits;
  return String((hour % 12) + (half === 'PM' ? 12 : 0)).padStart(2, '0');
}

/** ISO 8601 may say 24:00, the end of a day; iCalendar only the beginning of the next. */
function onNextDay(time: string): string {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)T240000$/.exec(time) ?? [];
  if (year === undefined || !isDay(Number(year), Number(month), Number(day))) return time;
  return `${basicDate(dayOf(Number(year), Number(month), Number(day)) + 1)}T000000`;
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** ISO 8601 may give an offset; iCalendar knows only UTC. */
function inUtc(time: string, offset: string): string {
  const local = parseTime(`${time}Z`);
  if (local?.kind !== 'utc') return time;
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  const at = local.at - (offset.startsWith('-') ? -minutes : minutes) * 60_000;
  const day = Math.floor(at / DAY_MS);
  return `${basicDate(day)}T${new Date(at - day * DAY_MS).toISOString().slice(11, 19).replaceAll(':', '')}Z`;
}

/**
 * The same for the last day of a rule: a day that a month does not have, `20260231`, is its last, since either ends
 * the series at the same place.
 */
export function mendLimit(text: string): string {
  const mended = mendTime(text);
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)(?:T|$)/.exec(mended) ?? [];
  if (year === undefined || Number(month) < 1 || Number(month) > 12 || Number(day) > 31) return mended;
  const last = daysInMonth(Number(year), Number(month));
  if (Number(day) <= last) return mended;
  return `${year}${month}${last}${mended.includes('T') ? 'T235959' : ''}`;
}
