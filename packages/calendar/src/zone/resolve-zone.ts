import type { ScannedComponent } from '../text/scan-calendar.ts';
import { embeddedZone } from './embedded-zone.ts';
import { ianaZone } from './iana-zone.ts';
import type { Zone } from './zone.ts';
import { ianaName } from './zone-name.ts';

// Nobody's event is spread over more; each could take a millisecond to work out.
const MAX_ZONES = 40;

/**
 * Finds the zone of each TZID in one text (T2): by name, by the X-LIC-LOCATION of its definition, by the
 * definition itself, and when all that fails the calendar's zone, never the machine's.
 */
export class ZoneResolver {
  /** The zone of the calendar: of floating times and whole days too. */
  readonly calendar: Zone;
  readonly #definitions: readonly ScannedComponent[];
  readonly #resolved = new Map<string, Zone>();
  #unknown = false;

  constructor(calendar: Zone, definitions: readonly ScannedComponent[]) {
    this.calendar = calendar;
    this.#definitions = definitions;
  }

  /** Whether some TZID could not be found out. */
  get metUnknown(): boolean {
    return this.#unknown;
  }

  /** `tzid` null is a floating time. */
  zone(tzid: string | null): Zone {
    if (tzid === null) return this.calendar;
    const known = this.#resolved.get(tzid);
    if (known) return known;
    const zone = this.#resolved.size < MAX_ZONES ? this.#resolve(tzid) : null;
    if (!zone) this.#unknown = true;
    if (zone || this.#resolved.size < MAX_ZONES) this.#resolved.set(tzid, zone ?? this.calendar);
    return zone ?? this.calendar;
  }

  #resolve(tzid: string): Zone | null {
    const name = ianaName(tzid);
    if (name) return ianaZone(name);
    const definition = this.#definitions.find((zone) => lineValue(zone, 'TZID') === unquoted(tzid));
    const location = definition && lineValue(definition, 'X-LIC-LOCATION');
    const located = location && ianaName(location);
    if (located) return ianaZone(located);
    return definition ? embeddedZone(tzid, definition) : null;
  }
}

export function lineValue(component: ScannedComponent, property: string): string | null {
  const line = component.lines.find((text) => text.slice(0, property.length).toUpperCase() === property);
  const value = line && /^[A-Za-z-]+(?:;[^:]*)?:(.*)$/s.exec(line)?.[1];
  return value === undefined || value === null ? null : unquoted(value);
}

/** Text escapes and quotes differ between a TZID's definition and its use. */
function unquoted(text: string): string {
  return text.replaceAll('\\', '').replace(/^[\s"]+|[\s"]+$/g, '');
}
