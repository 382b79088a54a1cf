import { deleteArtist } from '@atelier/database/booking/artist-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { announceOffer } from './announce-offer.ts';
import { artistFor } from './own-artist.ts';

/** Takes out an artist who was never booked, with services and hours. */
export async function removeArtist(
  context: Pick<Context, 'database'>,
  actor: Actor,
  slug: string,
): Promise<Outcome<{ readonly removed: string }>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  const artist = await artistFor(context, actor, slug);
  if (!artist.ok) return artist;
  return transact(context.database, async (transaction) => {
    if (!(await deleteArtist(transaction, artist.value.id))) return refusedFor('conflict', 'artist-stays');
    announceOffer(transaction, null);
    transaction.announce({ topic: 'calendars', calendarId: null });
    return done({ removed: slug });
  });
}
