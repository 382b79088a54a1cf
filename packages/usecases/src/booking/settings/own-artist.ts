import { type ArtistFilter, type ArtistRow, listArtists } from '@atelier/database/booking/artist-store';
import { type Actor, isAdmin, sightOf } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';

type Asked = Pick<Context, 'database'>;

/** Admins change every artist, artists themselves. */
export function mayEdit(actor: Actor, artist: Pick<ArtistRow, 'userId'>): boolean {
  return isAdmin(actor) || artist.userId === actor.userId;
}

/** Those a person sees: admins and the front desk all, artists themselves. */
export async function visibleArtists(
  { database }: Asked,
  actor: Actor,
  filter: ArtistFilter = {},
): Promise<readonly ArtistRow[]> {
  const visibleTo = sightOf(actor);
  const artists = await listArtists(database, filter);
  return artists.filter(({ userId }) => visibleTo === null || userId === visibleTo);
}

/** One that the person sees; a foreign one and one that never was are answered alike. */
export async function artistFor(context: Asked, actor: Actor, slug: string): Promise<Outcome<ArtistRow>> {
  const [artist] = await visibleArtists(context, actor, { slugs: [slug] });
  return artist ? done(artist) : refusedFor('not-found', 'no-artist');
}

/** One that the person may change. */
export async function ownArtist(context: Asked, actor: Actor, slug: string): Promise<Outcome<ArtistRow>> {
  const artist = await artistFor(context, actor, slug);
  if (!artist.ok || mayEdit(actor, artist.value)) return artist;
  return refusedFor('forbidden', 'artist-not-yours');
}

export async function artistById({ database }: Asked, id: string): Promise<Outcome<ArtistRow>> {
  const [artist] = await listArtists(database, { ids: [id] });
  return artist ? done(artist) : refusedFor('not-found', 'no-artist');
}
