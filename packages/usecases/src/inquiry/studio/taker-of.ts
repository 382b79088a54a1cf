import { type ArtistRow, listArtists } from '@atelier/database/booking/artist-store';
import type { InquiryRow } from '@atelier/database/inquiry/inquiry-store';
import type { Transaction } from '@atelier/database/transaction';
import type { Actor } from '../../actor.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';

/**
 * Whose idea it is from the first answer on. One for any artist goes to the one who answers; admins and the front desk
 * say to whom.
 * @param slug of an artist; may be left out where there is only one answer.
 */
export async function takerOf(
  transaction: Transaction,
  actor: Actor,
  { artistId }: Pick<InquiryRow, 'artistId'>,
  slug: string | undefined,
): Promise<Outcome<ArtistRow>> {
  if (artistId !== null) return assigned(transaction, artistId, slug);
  const artists = await listArtists(transaction, {
    slugs: slug === undefined ? undefined : [slug],
    activeOnly: true,
  });
  const possible =
    actor.role === 'ARTIST' ? artists.filter(({ userId }) => userId === actor.userId) : artists;
  const [only, ...others] = possible;
  if (only && others.length === 0) return done(only);
  if (only) return refusedFor('invalid', 'idea-taker');
  return refusedFor('forbidden', 'idea-not-for-them');
}

async function assigned(
  transaction: Transaction,
  artistId: string,
  slug: string | undefined,
): Promise<Outcome<ArtistRow>> {
  const [artist] = await listArtists(transaction, { ids: [artistId] });
  if (!artist) throw new Error(`the artist of an inquiry is gone: ${artistId}`);
  if (slug === undefined || slug === artist.slug) return done(artist);
  return refusedFor('conflict', 'idea-taken', { name: artist.name });
}
