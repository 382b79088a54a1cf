import { WRONG_BYTE } from '../text/join-letters.ts';
import { scanCalendar } from '../text/scan-calendar.ts';
import { lineValue } from '../zone/resolve-zone.ts';

/** Why a text must not be the base of a write: what would be written is not what its owner has. */
export type UnfitBase =
  | 'wrong-bytes' // some bytes were no letters: the text here is not the one there
  | 'masked'; // the server hides parts of it from whoever is not its owner

/**
 * Whether a text that a provider handed out may be changed and handed back (S6). Of calendars that are somebody
 * else's, servers show confidential events as a mere "busy", under the ETag of the whole one; such a copy, written
 * back, destroys what it does not show.
 */
export function unfitBase(
  source: string,
  { ownedByOther }: { readonly ownedByOther: boolean },
): UnfitBase | null {
  if (source.includes(WRONG_BYTE)) return 'wrong-bytes';
  return ownedByOther && isMasked(source) ? 'masked' : null;
}

/** It says that it is confidential, or it lacks what every event has (DTSTAMP, RFC 5545 3.6.1). */
function isMasked(source: string): boolean {
  const { components } = scanCalendar(source, (property) => property === 'CLASS' || property === 'DTSTAMP');
  return components
    .filter(({ name }) => name === 'VEVENT')
    .some(
      (event) =>
        lineValue(event, 'CLASS')?.toUpperCase() === 'CONFIDENTIAL' || lineValue(event, 'DTSTAMP') === null,
    );
}
