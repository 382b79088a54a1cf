import type { DayNumber } from '@atelier/calendar/time/civil';
import { parseTime } from '@atelier/calendar/time/time-value';

const DATE = /^\d{4}-\d\d-\d\d$/;

/** The day of `YYYY-MM-DD`; null where the text is none or there is no such day. */
export function parseIsoDay(text: string): DayNumber | null {
  const time = DATE.test(text) ? parseTime(text) : null;
  return time?.kind === 'date' ? time.day : null;
}

/** The day of a date that was checked before. Throws RangeError for any other text. */
export function isoDay(text: string): DayNumber {
  const day = parseIsoDay(text);
  if (day === null) throw new RangeError(`"${text}" is no date of the form YYYY-MM-DD.`);
  return day;
}
