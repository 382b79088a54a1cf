import { holdsBetween } from '@atelier/database/booking/hold-store';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { visibleArtists } from '../settings/own-artist.ts';

export interface StandingHold {
  readonly id: string;
  /** Slug. */
  readonly artist: string;
  readonly start: Date;
  /** Exclusive, without buffers. */
  readonly end: Date;
  /** When it lapses, unless whoever fills in the form goes on. */
  readonly expiresAt: Date;
}

/** The times that somebody is booking right now, of the artists that this person sees; nobody knows yet who that is. */
export async function standingHolds(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  actor: Actor,
  span: { readonly from: Date; readonly to: Date },
): Promise<readonly StandingHold[]> {
  const artists = await visibleArtists({ database }, actor, { activeOnly: true });
  const slugs = new Map(artists.map(({ id, slug }) => [id, slug]));
  const holds = await holdsBetween(database, [...slugs.keys()], { ...span, now: clock() });
  return holds.flatMap(({ artistId, ...hold }) => {
    const artist = slugs.get(artistId);
    return artist === undefined ? [] : [{ ...hold, artist }];
  });
}
