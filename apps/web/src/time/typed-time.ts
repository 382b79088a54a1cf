const CLOCK = /^(\d{1,2})(?:\s*(?:[:.h]|heures?)\s*(\d{1,2})?)?\s*(am|pm|a\.m\.|p\.m\.)?$/;
const DIGITS = /^(\d{1,2})(\d\d)$/;

/**
 * A time of day as people type it: `14:30`, `14h30`, `14h`, `9`, `930`, `2pm`. Minutes since midnight, 1440 for `24:00`;
 * null for anything that could mean something else.
 */
export function parseTime(text: string): number | null {
  const typed = text.trim().toLowerCase();
  const found = DIGITS.exec(typed) ?? CLOCK.exec(typed);
  if (!found) return null;
  const [, hourText = '', minuteText = '0', half] = found;
  const hour = hourOf(Number(hourText), half);
  const minute = Number(minuteText);
  if (hour === null || minute > 59) return null;
  const minutes = hour * 60 + minute;
  return minutes > 1_440 ? null : minutes;
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.startsWith('p') ? 12 : 0);
}

/** `09:30`, the form in which times are sent. @param minutes since midnight */
export function timeText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
