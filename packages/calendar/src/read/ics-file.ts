import { EventLines } from '../event/event-lines.ts';
import { readUid } from '../event/event-source.ts';
import { mendText } from '../text/mend-text.ts';
import { type ScannedComponent, scanCalendar } from '../text/scan-calendar.ts';
import { lineValue } from '../zone/resolve-zone.ts';

/** One calendar object resource out of a file. */
export interface IcsResource {
  /** Empty where the file gives none; such components are a resource each. */
  readonly uid: string;
  /** A whole iCalendar text: the components of this UID as they stood, with the time zones they name. */
  readonly text: string;
  /** What the file wants done with it (RFC 5546), in upper case; null where it says nothing. */
  readonly method: string | null;
}

/**
 * Splits an .ics file into one resource for each UID, in file order (RFC 4791, 4.1). Every line of a component
 * stays as it is; METHOD, which a stored resource must not have, and properties of the whole file are left
 * behind. A text without components gives an empty list.
 */
export function splitIcsFile(source: string): IcsResource[] {
  const { text } = mendText(source);
  const { components } = scanCalendar(text, (property) => property === 'UID' || property === 'TZID');
  const zones = new Map<string, string>();
  const resources = new Map<string, { uid: string; method: string | null; parts: string[] }>();
  components.forEach((component, index) => {
    const part = sourceOf(text, component);
    if (component.name === 'VTIMEZONE') {
      const tzid = lineValue(component, 'TZID') ?? '';
      if (!zones.has(tzid)) zones.set(tzid, part);
      return;
    }
    const uid = readUid(new EventLines(component));
    const { method } = component;
    // One file may hold calendars of several methods.
    const key = uid === '' ? `no uid ${index}` : `uid ${method ?? ''} ${uid}`;
    const resource = resources.get(key);
    if (resource) resource.parts.push(part);
    else resources.set(key, { uid, method, parts: [part] });
  });
  return [...resources.values()].map(({ uid, method, parts }) => ({
    uid,
    method,
    text: calendarOf(parts, zones),
  }));
}

/** The component as it stood; an END that was missing is put there. */
function sourceOf(text: string, { name, from, to }: ScannedComponent): string {
  const part = text.slice(from, to).trimEnd();
  const ended =
    part
      .slice(part.lastIndexOf('\n') + 1)
      .trim()
      .toUpperCase() === `END:${name}`;
  return ended ? `${part}\r\n` : `${part}\r\nEND:${name}\r\n`;
}

function calendarOf(parts: readonly string[], zones: ReadonlyMap<string, string>): string {
  const unfolded = parts
    .join('')
    .replace(/\r?\n[ \t]|\\/g, '')
    .toLowerCase();
  const needed = [...zones].filter(([tzid]) => names(unfolded, tzid)).map(([, definition]) => definition);
  return [
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Atelier//Calendar//EN\r\n',
    ...needed,
    ...parts,
    'END:VCALENDAR\r\n',
  ].join('');
}

/**
 * Whether a text in lower case has this TZID. One with a colon in it, `(UTC+01:00) Berlin`, is not always in quotes, and
 * some set the quotes too far.
 */
function names(text: string, tzid: string): boolean {
  const name = tzid.toLowerCase();
  const uses = [`tzid=${name}:`, `tzid=${name};`, `tzid="${name}"`, `tzid="${name};`];
  return uses.some((use) => text.includes(use));
}
