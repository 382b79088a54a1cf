/**
 * The IANA zone named by a calendar-timezone property, which holds a VCALENDAR with one VTIMEZONE (RFC 4791
 * 5.2.2) or, from some servers, the bare name. Null when none of the names in it is one that this runtime
 * knows.
 */
export function calendarTimeZone(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return null;
  const unfolded = trimmed.replace(/\r?\n[ \t]/g, '');
  const named = [/^X-LIC-LOCATION[^:\r\n]*:(.+)$/im, /^TZID[^:\r\n]*:(.+)$/im].map(
    (line) => line.exec(unfolded)?.[1],
  );
  return [...named, trimmed].map(knownZone).find((zone) => zone !== null) ?? null;
}

/** No zone has more, as America/Argentina/Ushuaia. */
const MOST_PARTS = 3;
const LONGEST = 200;

/** Also finds the zone in globally unique names such as `/citadel.org/20210210_1/Europe/Zurich`. */
function knownZone(name: string | undefined): string | null {
  const parts = name?.slice(0, LONGEST).trim().split('/').slice(-MOST_PARTS) ?? [];
  for (let from = 0; from < parts.length; from += 1) {
    const candidate = parts.slice(from).join('/');
    if (/^[A-Za-z]/.test(candidate) && isZone(candidate)) return candidate;
  }
  return null;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
