import type { ArtistRow } from '@atelier/database/booking/artist-store';

/** Every calendar that takes an artist's time, the one that receives the bookings among them. */
export function calendarsOf({
  calendarId,
  blocking,
}: Pick<ArtistRow, 'calendarId' | 'blocking'>): readonly string[] {
  return [...new Set([...blocking, ...(calendarId === null ? [] : [calendarId])])];
}
