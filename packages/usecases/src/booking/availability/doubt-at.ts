import { mayTouch } from '@atelier/calendar/read/may-touch';
import type { Trouble } from '@atelier/database/booking/booking-store';
import { doubtfulSeries } from '@atelier/database/booking/doubtful-series';
import type { Queryable } from '@atelier/database/database';
import { codedRefusal } from '@atelier/words/refusals/coded-refusal';

/**
 * Why a time that is free as far as anybody knows is not so for certain: a series in the artist's calendars that nobody
 * can follow may have an instance there (T4). Null where there is no doubt. A booking is a request then, and says this.
 */
export async function doubtAt(
  source: Queryable,
  artistId: string,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<Trouble | null> {
  const series = await doubtfulSeries(source, artistId, new Date(end));
  const doubtful = series.some(({ source, timeZone: zone, ownerAddresses: owner }) =>
    mayTouch(source, { zone, owner, from: start, to: end }),
  );
  return doubtful ? codedRefusal('series-unclear') : null;
}
