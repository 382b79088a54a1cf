/** What Exchange calls the zones that tests use; every other zone goes by its IANA name here. */
const WINDOWS: Readonly<Record<string, string>> = {
  'Europe/Berlin': 'W. Europe Standard Time',
  'Europe/Zurich': 'W. Europe Standard Time',
  'Europe/Vienna': 'W. Europe Standard Time',
  'Europe/Paris': 'Romance Standard Time',
  'Europe/London': 'GMT Standard Time',
  'America/New_York': 'Eastern Standard Time',
  'Australia/Lord_Howe': 'Lord Howe Standard Time',
};

/** As an answer names a zone. */
export function windowsName(zone: string): string {
  return WINDOWS[zone] ?? zone;
}

/** An IANA name; null for a name that the sandbox does not know. */
export function zoneNamed(name: string): string | null {
  const iana = Object.keys(WINDOWS).find((zone) => WINDOWS[zone] === name) ?? name;
  try {
    return new Temporal.ZonedDateTime(0n, iana === 'tzone://Microsoft/Utc' ? 'UTC' : iana).timeZoneId;
  } catch {
    return null;
  }
}
