import { offsetIn } from './plain-offset.ts';

/** Looks up a name in one list; null where it does not stand in it. */
type LookUp = (name: string) => string | null;

/** What mail programs show of their zones, where it names no city; compared without case, dots and brackets. */
const REGIONS: ReadonlyMap<string, string> = new Map([
  ['eastern time', 'America/New_York'],
  ['central time', 'America/Chicago'],
  ['mountain time', 'America/Denver'],
  ['pacific time', 'America/Los_Angeles'],
  ['atlantic time', 'America/Halifax'],
  ['alaska', 'America/Anchorage'],
  ['hawaii', 'Pacific/Honolulu'],
  ['arizona', 'America/Phoenix'],
  ['indiana', 'America/Indiana/Indianapolis'],
  ['indiana east', 'America/Indiana/Indianapolis'],
  ['saskatchewan', 'America/Regina'],
  ['newfoundland', 'America/St_Johns'],
  ['baja california', 'America/Tijuana'],
  ['central america', 'America/Guatemala'],
  ['brasilia', 'America/Sao_Paulo'],
  ['georgetown', 'America/Guyana'],
  ['greenland', 'America/Nuuk'],
  ['cabo verde is', 'Atlantic/Cape_Verde'],
  ['cape verde is', 'Atlantic/Cape_Verde'],
  ['edinburgh', 'Europe/London'],
  ['bern', 'Europe/Zurich'],
  ['west central africa', 'Africa/Lagos'],
  ['pretoria', 'Africa/Johannesburg'],
  ['abu dhabi', 'Asia/Dubai'],
  ['st petersburg', 'Europe/Moscow'],
  ['islamabad', 'Asia/Karachi'],
  ['chennai', 'Asia/Kolkata'],
  ['mumbai', 'Asia/Kolkata'],
  ['new delhi', 'Asia/Kolkata'],
  ['astana', 'Asia/Almaty'],
  ['hanoi', 'Asia/Bangkok'],
  ['beijing', 'Asia/Shanghai'],
  ['osaka', 'Asia/Tokyo'],
  ['canberra', 'Australia/Sydney'],
  ['wellington', 'Pacific/Auckland'],
  ['marshall is', 'Pacific/Majuro'],
  ['coordinated universal time', 'UTC'],
  ['greenwich mean time', 'Europe/London'],
  ['z', 'UTC'],
]);

/** Abbreviations that no database lists. What several zones call themselves, as IST, is none of them. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'America/St_Johns': 'NST NDT',
    'America/Halifax': 'AST ADT',
    'America/New_York': 'EDT',
    'America/Chicago': 'CST CDT',
    'America/Denver': 'MDT',
    'America/Los_Angeles': 'PST PDT',
    'America/Anchorage': 'AKST AKDT',
    'America/Sao_Paulo': 'BRT',
    'Europe/London': 'BST',
    'Europe/Lisbon': 'WEST',
    'Europe/Berlin': 'CEST MEZ MESZ MEST',
    'Europe/Athens': 'EEST OEZ OESZ',
    'Europe/Moscow': 'MSK MSD',
    'Africa/Johannesburg': 'SAST',
    'Asia/Singapore': 'SGT',
    'Asia/Hong_Kong': 'HKT',
    'Asia/Seoul': 'KST',
    'Asia/Tokyo': 'JST',
    'Australia/Perth': 'AWST',
    'Australia/Adelaide': 'ACST ACDT',
    'Australia/Sydney': 'AEST AEDT',
    'Pacific/Auckland': 'NZST NZDT',
  }).flatMap(([zone, names]) => names.split(' ').map((name) => [name, zone] as const)),
);

/**
 * The zone of a name that is none in any list, and yet tells it: as Exchange shows it (`(UTC-05:00) Eastern Time (US &
 * Canada)`), as Lotus Notes cuts it (`Eastern`), an abbreviation (`PST`), an offset (`GMT-0500`). A zone with its
 * summer time goes before the offset that stands beside its name.
 */
export function spokenName(name: string, windowsName: LookUp, databaseName: LookUp): string | null {
  const [, shown = ''] = /^\((?:UTC|GMT)[^)]*\)\s*(.*)$/i.exec(name) ?? [];
  const place = shown === '' ? null : displayName(shown, databaseName);
  return (
    place ??
    regionOf(name) ??
    ABBREVIATIONS.get(name.toUpperCase()) ??
    windowsName(`${name.replace(/ (?:(?:Standard|Daylight|Summer) )?Time$/i, '')} Standard Time`) ??
    wholeHours(name)
  );
}

/** The first part of `Amsterdam, Berlin, Bern` that somebody knows. */
function displayName(shown: string, databaseName: LookUp): string | null {
  for (const part of shown.replace(/\([^)]*\)/g, '').split(/[,;]|\s+and\s+/)) {
    const found = regionOf(part) ?? cityName(part.trim(), databaseName);
    if (found) return found;
  }
  return null;
}

function regionOf(name: string): string | null {
  const plain = name
    .toLowerCase()
    .replace(/\(\s*(?:us|canada|mexico)\b[^)]*\)/g, '')
    .replace(/[().]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return REGIONS.get(plain) ?? null;
}

const AREAS = ['Europe', 'America', 'Asia', 'Africa', 'Australia', 'Pacific', 'Atlantic', 'Indian'];

function cityName(city: string, databaseName: LookUp): string | null {
  if (!/^[\p{L} .'-]+$/u.test(city)) return null;
  const spelled = city.replace(/[.']/g, '').replace(/ +/g, '_');
  return AREAS.map((area) => databaseName(`${area}/${spelled}`)).find((name) => name !== null) ?? null;
}

/** What of the offsets has a name: POSIX counts them the other way round. */
function wholeHours(name: string): string | null {
  const minutes = offsetIn(name);
  if (minutes === null || minutes % 60 !== 0) return null;
  const hours = minutes / 60;
  if (hours === 0) return 'UTC';
  return hours < -12 || hours > 14 ? null : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}
