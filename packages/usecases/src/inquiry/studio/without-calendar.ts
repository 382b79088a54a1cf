import type { ArtistRow } from '@atelier/database/booking/artist-store';
import { type Outcome, refused } from '../../outcome.ts';

/** Times that nobody could choose are not offered. */
export function withoutCalendar({ calendarId, name }: ArtistRow): Outcome<never> | null {
  if (calendarId !== null) return null;
  return refused(
    'conflict',
    `${name} has no calendar that receives bookings. Nothing was sent.`,
    'Choose one in the studio’s settings first.',
  );
}
