/**
 * Where the value of an unfolded content line begins: behind the first colon outside quotes (RFC 5545, 3.1). Any
 * parameter may hold a colon or a semicolon in quotes. -1 where the line has no colon. A quote that is never closed
 * quotes nothing.
 */
export function valueStart(line: string): number {
  const colon = line.indexOf(':');
  const quote = line.indexOf('"');
  // Most lines hold no quote before their value.
  if (quote < 0 || quote > colon) return colon < 0 ? -1 : colon + 1;
  let quoted = false;
  for (let index = quote; index < line.length; index++) {
    const character = line.charCodeAt(index);
    if (character === 34) quoted = !quoted;
    else if (character === 58 && !quoted) return index + 1;
  }
  return colon < 0 ? -1 : colon + 1;
}

/** The name of a line's property, in upper case. */
export function propertyName(line: string): string {
  return (/^[^:;]*/.exec(line)?.[0] ?? '').toUpperCase();
}

/** What stands behind the colon, escapes and all, without blanks around it; the whole of what is no content line. */
export function rawValue(line: string): string {
  return line.slice(Math.max(0, valueStart(line))).trim();
}

/** Name and parameters, with the colon: what stays when a line gets another value. */
export function headOf(line: string): string {
  return line.slice(0, Math.max(0, valueStart(line)));
}

const DATE_FOLLOWS = /^[\s"']*\d{4}[-/.]?\d\d[-/.]?\d\d/;
const TIME_CHARACTER = /[\dTZPWDHMS+\-:.,/\s]/i;

/**
 * The same for a line of times. Outlook writes `TZID=(UTC+01:00) Berlin` without quotes, so the value begins behind
 * the first colon outside quotes that a date follows; where none does, behind the first that only times follow.
 */
export function timesStart(line: string): number {
  const first = valueStart(line);
  if (first < 0 || line.indexOf(':', first) < 0) return first < 0 ? line.length : first;
  for (let start = first; start > 0; start = nextColon(line, start)) {
    if (DATE_FOLLOWS.test(line.slice(start, start + 40))) return start;
  }
  let start = line.length;
  while (start > first && TIME_CHARACTER.test(line.charAt(start - 1))) start--;
  const colon = line.indexOf(':', start);
  return start > first && colon >= 0 ? colon + 1 : first;
}

/** Behind the next colon; 0 where there is none. */
function nextColon(line: string, start: number): number {
  return line.indexOf(':', start) + 1;
}
