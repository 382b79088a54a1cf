import { type Property, readProperty, textOf } from '../text/property.ts';
import type { ScannedComponent } from '../text/scan-calendar.ts';
import { propertyName, rawValue } from '../text/value-start.ts';

/** The lines of one VEVENT by property name, read only when asked for. */
export class EventLines {
  readonly #byName = new Map<string, string[]>();

  constructor(component: ScannedComponent) {
    for (const line of component.lines) {
      const name = propertyName(line);
      const same = this.#byName.get(name);
      if (same) same.push(line);
      else this.#byName.set(name, [line]);
    }
  }

  /** All lines of a property, in file order. */
  all(name: string): readonly string[] {
    return this.#byName.get(name) ?? [];
  }

  /** A property that may stand once; the first where it stands more often. */
  first(name: string): string | null {
    return this.#byName.get(name)?.[0] ?? null;
  }

  property(name: string): Property | null {
    const line = this.first(name);
    return line === null ? null : readProperty(line);
  }

  text(name: string): string | null {
    return textOf(this.property(name));
  }

  /** What stands behind the colon, escapes and all. */
  raw(name: string): string | null {
    const line = this.first(name);
    return line === null ? null : rawValue(line);
  }
}

/** What a VEVENT and a VTIMEZONE are read for. */
const WANTED: ReadonlySet<string> = new Set([
  'UID',
  'SEQUENCE',
  'SUMMARY',
  'LOCATION',
  'DESCRIPTION',
  'URL',
  'STATUS',
  'TRANSP',
  'CLASS',
  'ATTENDEE',
  'ORGANIZER',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'EXRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
  'X-MICROSOFT-CDO-BUSYSTATUS',
  'TZID',
  'X-LIC-LOCATION',
  'TZOFFSETFROM',
  'TZOFFSETTO',
]);

export function isRead(property: string): boolean {
  return WANTED.has(property);
}
