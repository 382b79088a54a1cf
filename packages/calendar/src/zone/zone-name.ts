import { findIana, WINDOWS_TO_IANA_MAP } from 'windows-iana';

// Names come from the outside: a hostile calendar must not fill the memory with them.
const MAX_KNOWN_NAMES = 2_000;
const MAX_NAME_LENGTH = 200;
const known = new Map<string, string | null>();

// What no zone database lists and yet stands in calendars.
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['z', 'UTC'],
  ['tzone://microsoft/utc', 'UTC'],
  ['us/pacific-new', 'America/Los_Angeles'],
  ['greenwich mean time', 'Europe/London'],
]);

/**
 * The IANA name that a TZID stands for, in the database's own spelling; null where the name alone does not
 * tell. Reads IANA names in any case, behind a vendor's prefix (`/mozilla.org/20050126_1/Europe/Berlin`) or
 * in quotes, obsolete aliases, and Windows names (CLDR, the zone of the whole world's row).
 */
export function ianaName(tzid: string): string | null {
  if (tzid.length > MAX_NAME_LENGTH) return null;
  const found = known.get(tzid);
  if (found !== undefined) return found;
  if (known.size >= MAX_KNOWN_NAMES) known.clear();
  const name = lookUp(tzid.replace(/^[\s"']+|[\s"']+$/g, ''));
  known.set(tzid, name);
  return name;
}

function lookUp(tzid: string): string | null {
  const direct = databaseName(tzid) ?? SPELLINGS.get(tzid.toLowerCase()) ?? windowsName(tzid);
  if (direct) return direct;
  for (const tail of tails(tzid)) {
    const name = databaseName(tail);
    if (name) return name;
  }
  return null;
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
