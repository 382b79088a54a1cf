import { mendLimit } from '../text/mend-time.ts';

/** In full, or cut to three letters. */
const WEEKDAYS: ReadonlySet<string> = new Set(
  ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'].flatMap((name) => [
    name,
    name.slice(0, 3),
  ]),
);

/**
 * The value of an RRULE as RFC 5545 wants it written, in upper case, where what was written has one meaning: without
 * quotes, backslashes and blanks, without parts and items that are empty, with UNTIL in a form of its own. What has no
 * meaning stays, for the reader to refuse.
 */
export function mendRule(text: string): string {
  const plain = text
    .replace(/["'\\]/g, '')
    .trim()
    .replace(/^(?:RRULE|EXRULE)\s*[:;]\s*/i, '');
  return plain
    .toUpperCase()
    .split(';')
    .flatMap((part) => mendedPart(part.trim()) ?? [])
    .join(';');
}

/** Whether a rule was not written as RFC 5545 wants it. */
export function isMended(text: string): boolean {
  return mendRule(text) !== text.trim().toUpperCase();
}

/** As it was written where that is right, else mended: what an edit goes on from. */
export function plainRule(text: string): string {
  return isMended(text) ? mendRule(text) : text;
}

/** Null for a part that says nothing. */
function mendedPart(part: string): string | null {
  const equals = part.indexOf('=');
  if (equals < 0) return part.replace(/[\s,]/g, '') === '' ? null : part;
  const name = part.slice(0, equals).replace(/\s/g, '');
  const value = part.slice(equals + 1).trim();
  if (name === '' && value === '') return null;
  const mended =
    name === 'UNTIL' ? mendLimit(value.replace(/^[\s,]+|[\s,]+$/g, '')) : mendedList(name, value);
  return mended === '' && name !== 'FREQ' ? null : `${name}=${mended}`;
}

function mendedList(name: string, value: string): string {
  const items = value.split(',').flatMap((item) => mendedItems(name, item.trim()));
  return items.filter((item) => item !== '').join(',');
}

/** One item, or several that only blanks keep apart. */
function mendedItems(name: string, item: string): string[] {
  if (name === 'BYDAY') return daysOf(item);
  if (name === 'WKST') return [weekdays(item.replace(/\s/g, ''))];
  if (name.startsWith('BY') && /\d\s+[+-]?\d/.test(item)) return item.split(/\s+/);
  const plain = item.replace(/\s/g, '');
  // `1.0` is what a program makes of 1 that knows only fractions.
  return [/^\+?\d+(?:\.0+)?$/.test(plain) && !name.startsWith('BY') ? String(Number(plain)) : plain];
}

/** `MO TU`, `1 MO`, `Monday`. */
function daysOf(item: string): string[] {
  const joined = item.replace(/([+-])\s+/g, '$1').replace(/(\d)\s+/g, '$1');
  return joined.split(/\s+/).map(weekdays);
}

function weekdays(text: string): string {
  return text.replace(/[A-Z]+$/, (name) => (WEEKDAYS.has(name) ? name.slice(0, 2) : name));
}
