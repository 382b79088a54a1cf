import { hash } from 'node:crypto';

/** A calendar is named by its encoded id and a slash, an event by its own id behind it. */
export function calendarHref(id: string): string {
  return `${encodeURIComponent(id)}/`;
}

export function eventHref(calendar: string, id: string): string {
  return calendar + encodeURIComponent(id);
}

export const eventsPath = (calendar: string): string => `/calendars/${calendar}events`;

export const eventPath = (calendar: string, id: string): string =>
  `${eventsPath(calendar)}/${encodeURIComponent(id)}`;

/**
 * The id that stands behind an href. What Google has named is its id; what Atelier names for a new event is no id
 * (`<uuid>.ics`), and always comes to the same one: made twice, it is there already.
 */
export function idIn(calendar: string, href: string): string {
  const name = nameIn(calendar, href);
  return /^\w{4,1024}$/.test(name) ? name : madeId(name);
}

function nameIn(calendar: string, href: string): string {
  const name = href.startsWith(calendar) ? href.slice(calendar.length) : href;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Base32hex in lower case, as ids are wanted; `again` for one more after those before it were deleted at Google. */
export function madeId(name: string, again = 0): string {
  const bits = [...hash('sha256', again === 0 ? name : `${again} ${name}`, 'buffer').subarray(0, 20)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => Number.parseInt(five, 2).toString(32)).join('');
}
