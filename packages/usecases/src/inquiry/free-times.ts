import { isFreeAt } from '@atelier/booking/slots/is-free-at';
import { listArtists } from '@atelier/database/booking/artist-store';
import { slotSource } from '@atelier/database/booking/slot-source';
import type { Queryable } from '@atelier/database/database';
import { takenTimes } from '../booking/availability/slot-query-of.ts';

/** A time that was offered. */
export interface AskedTime {
  readonly id: string;
  readonly artistId: string;
  readonly start: Date;
  readonly end: Date;
}

const DAY_MS = 86_400_000;

/**
 * Which of these times nobody has taken, by what the database knows now. The artist has offered them: opening hours,
 * notice and grid do not bind, and what is past is not free.
 * @returns their ids.
 */
export async function freeTimes(
  source: Queryable,
  times: readonly AskedTime[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const ahead = times.filter(({ start }) => start > now);
  const [first, last] = [Math.min(...ahead.map(startOf)), Math.max(...ahead.map(({ end }) => end.getTime()))];
  const artistIds = [...new Set(ahead.map(({ artistId }) => artistId))];
  if (ahead.length === 0) return new Set();
  const span = { from: new Date(first - DAY_MS), to: new Date(last + DAY_MS), now };
  const known = await slotSource(source, artistIds, span);
  const artists = await listArtists(source, { ids: artistIds });
  const taken = new Map(artists.map((artist) => [artist.id, takenTimes(artist, known)]));
  const free = ahead.filter(({ artistId, start, end }) => {
    const of = taken.get(artistId);
    return of !== undefined && isFreeAt(of, start.getTime(), end.getTime());
  });
  return new Set(free.map(({ id }) => id));
}

function startOf({ start }: AskedTime): number {
  return start.getTime();
}
