import type { ArtistRow } from '@atelier/database/booking/artist-store';
import { type Outcome, refusedFor } from '../../outcome.ts';

/** Times that nobody could choose are not offered. */
export function withoutCalendar({ calendarId, name }: ArtistRow): Outcome<never> | null {
  if (calendarId !== null) return null;
  return refusedFor('conflict', 'receives-nothing', { name });
}
