import type { EpochMs } from '../occurrence.ts';

import type { ScannedComponent } from '../text/scan-calendar.ts';
import { propertyName, rawValue } from '../text/value-start.ts';
import { embeddedZone } from './embedded-zone.ts';
import { ianaZone } from './iana-zone.ts';
import { offsetZone } from './plain-offset.ts';
import type { Zone } from './zone.ts';
import { ianaName, placeName } from './zone-name.ts';

// Nobody's event is spread over more; each could take a millisecond to work out.
const MAX_ZONES = 40;

/** A zone, and what else the file or the database says under that name. */
interface Resolved {
  readonly zone: Zone;
  readonly other: (() => Zone | null) | null;
}

/**
 * Finds the zone of each TZID in one text (T2): by Area/City or Windows name, by the X-LIC-LOCATION of its definition,
 * by the definition itself, by what else the name may tell (`EST`, `PST`, `GMT-0500`), and when all that fails the
 * calendar's zone, never the machine's.
 */
export class ZoneResolver {
  /** The zone of the calendar: of floating times and whole days too. */
  readonly calendar: Zone;
  readonly #definitions: readonly ScannedComponent[];
  readonly #resolved = new Map<string, Resolved | null>();
  #unknown = false;
  #differs = false;

  constructor(calendar: Zone, definitions: readonly ScannedComponent[]) {
    this.calendar = calendar;
    this.#definitions = definitions;
  }

  /** Whether some TZID could not be found out. */
  get metUnknown(): boolean {
    return this.#unknown;
  }

  /** Whether a zone had another offset by its definition than by its name, at an instant that was compared. */
  get metDifference(): boolean {
    return this.#differs;
  }

  /** `tzid` null is a floating time. */
  zone(tzid: string | null): Zone {
    if (tzid === null) return this.calendar;
    const found = this.#find(tzid);
    if (!found) this.#unknown = true;
    return found?.zone ?? this.calendar;
  }

  /** Whether anything tells what zone that is. */
  knows(tzid: string): boolean {
    return this.#find(tzid) !== null;
  }

  /** Notes where name and definition of a zone disagree about an instant. */
  compare(tzid: string | null, at: EpochMs): void {
    if (tzid === null || this.#differs || this.#definitions.length === 0) return;
    const found = this.#find(tzid);
    const other = found?.other?.();
    if (found && other && other.offsetAt(at) !== found.zone.offsetAt(at)) this.#differs = true;
  }

  #find(tzid: string): Resolved | null {
    const known = this.#resolved.get(tzid);
    if (known !== undefined) return known;
    if (this.#resolved.size >= MAX_ZONES) return null;
    const resolved = this.#resolve(tzid) ?? this.#resolve(beforeSemicolon(tzid));
    this.#resolved.set(tzid, resolved);
    return resolved;
  }

  #resolve(tzid: string): Resolved | null {
    const definition = this.#definitionOf(unquoted(tzid));
    const embedded = () => (definition ? embeddedZone(tzid, definition) : null);
    const location = definition && lineValue(definition, 'X-LIC-LOCATION');
    const place = placeName(tzid) ?? (location && placeName(location));
    if (place) return { zone: ianaZone(place), other: definition ? embedded : null };
    const name = ianaName(tzid);
    const named = name === null ? offsetZone(unquoted(tzid)) : ianaZone(name);
    const own = embedded();
    if (own) return { zone: own, other: () => named };
    return named && { zone: named, other: null };
  }

  #definitionOf(tzid: string): ScannedComponent | undefined {
    const named = (same: (written: string) => boolean) =>
      this.#definitions.find((zone) => same(lineValue(zone, 'TZID') ?? ''));
    return (
      named((written) => written === tzid) ?? named((written) => written.toLowerCase() === tzid.toLowerCase())
    );
  }
}

/** `TZID="local;VALUE=DATE-TIME"`: the quotes were set too far. */
function beforeSemicolon(tzid: string): string {
  return tzid.split(';')[0] ?? tzid;
}

export function lineValue(component: ScannedComponent, property: string): string | null {
  const line = component.lines.find((text) => propertyName(text) === property);
  return line === undefined ? null : unquoted(rawValue(line));
}

/** Text escapes and quotes differ between a TZID's definition and its use. */
function unquoted(text: string): string {
  return text.replaceAll('\\', '').replace(/^[\s"]+|[\s"]+$/g, '');
}
