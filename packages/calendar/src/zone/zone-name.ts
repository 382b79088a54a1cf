import { findIana, WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { spokenName } from './spoken-name.ts';

// Names come from the outside: a hostile calendar must not fill the memory with them.
const MAX_KNOWN_NAMES = 2_000;
const MAX_NAME_LENGTH = 200;
const known = new Map<string, Names>();

// What no zone database lists and yet stands in calendars.
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['tzone://microsoft/utc', 'UTC'],
  ['us/pacific-new', 'America/Los_Angeles'],
]);

/**
 * The IANA name that a TZID stands for, in the database's own spelling; null where the name alone does not
 * tell. Reads IANA names in any case, behind a vendor's prefix (`/mozilla.org/20050126_1/Europe/Berlin`) or
 * in quotes, obsolete aliases, Windows names (CLDR, the zone of the whole world's row), and what people and
 * programs call a zone otherwise: `(UTC-05:00) Eastern Time (US & Canada)`, `PST`, `GMT-0500`.
 */
export function ianaName(tzid: string): string | null {
  return namesOf(tzid).place ?? namesOf(tzid).other;
}

/**
 * The same for a name that no file can give another meaning: Area/City, and Windows names. `EST`, `GMT` or `Etc/GMT+5`
 * mean what the file that uses them defines (RFC 5545, 3.2.19).
 */
export function placeName(tzid: string): string | null {
  return namesOf(tzid).place;
}

interface Names {
  readonly place: string | null;
  readonly other: string | null;
}

function namesOf(tzid: string): Names {
  if (tzid.length > MAX_NAME_LENGTH) return { place: null, other: null };
  const found = known.get(tzid);
  if (found !== undefined) return found;
  if (known.size >= MAX_KNOWN_NAMES) known.clear();
  const names = lookUp(tzid.replace(/^[\s"']+|[\s"']+$/g, ''));
  known.set(tzid, names);
  return names;
}

function lookUp(tzid: string): Names {
  const listed = databaseName(tzid) ?? tails(tzid).map(databaseName).find(Boolean) ?? null;
  const windows = windowsName(tzid);
  if (listed?.includes('/') && !listed.startsWith('Etc/')) return { place: listed, other: null };
  if (windows !== null && listed === null) return { place: windows, other: null };
  const spelled = SPELLINGS.get(tzid.toLowerCase()) ?? null;
  return { place: spelled, other: listed ?? spokenName(tzid, windowsName, databaseName) };
}

/** What may follow a prefix, longest first; a lone last part counts only behind a globally unique prefix. */
function tails(tzid: string): string[] {
  const parts = tzid.split('/').filter((part) => part !== '');
  const shortest = tzid.startsWith('/') ? 1 : 2;
  return [3, 2, 1]
    .filter((length) => length >= shortest && length <= parts.length)
    .map((length) => parts.slice(-length).join('/'));
}

function databaseName(name: string): string | null {
  // An offset is a time zone to Temporal, but a file that says no more than that means no zone by name.
  if (!/^[A-Za-z]/.test(name)) return null;
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId;
  } catch {
    return null;
  }
}

let windowsNames: ReadonlyMap<string, string> | null = null;

function windowsName(tzid: string): string | null {
  windowsNames ??= new Map(
    WINDOWS_TO_IANA_MAP.map(({ windowsName: name }) => [name.toLowerCase(), name] as const),
  );
  const spelled = windowsNames.get(tzid.toLowerCase());
  return (spelled && findIana(spelled, '001')[0]) ?? null;
}
