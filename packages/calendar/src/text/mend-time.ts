import { parseTime } from '../time/time-value.ts';

const LOOSE =
  /^(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)? ?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** A time such as `2026-01-01 10:00` as iCalendar writes it, `20260101T100000`; unchanged where it is none. */
export function mendTime(text: string): string {
  const value = text.trim();
  const parts = LOOSE.exec(value);
  if (!parts) return value;
  const date = `${parts[1]}${parts[2]}${parts[3]}`;
  if (parts[4] === undefined) return date;
  const time = `${date}T${parts[4]}${parts[5]}${parts[6] ?? '00'}`;
  const offset = parts[7]?.toUpperCase() ?? '';
  return offset === '' || offset === 'Z' ? time + offset : inUtc(time, offset);
}

/** ISO 8601 may give an offset; iCalendar knows only UTC. */
function inUtc(time: string, offset: string): string {
  const local = parseTime(`${time}Z`);
  if (local?.kind !== 'utc') return time;
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  const at = local.at - (offset.startsWith('-') ? -minutes : minutes) * 60_000;
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
}
