import { deleteArtist } from '@atelier/database/booking/artist-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import { announceOffer } from './announce-offer.ts';
import { artistFor } from './own-artist.ts';

/** Takes out an artist who was never booked, with services and hours. */
export async function removeArtist(
  context: Pick<Context, 'database'>,
  actor: Actor,
  slug: string,
): Promise<Outcome<{ readonly removed: string }>> {
  if (!isAdmin(actor)) return refused('forbidden', 'Only an admin removes artists.');
  const artist = await artistFor(context, actor, slug);
  if (!artist.ok) return artist;
  return transact(context.database, async (transaction) => {
    if (!(await deleteArtist(transaction, artist.value.id)))
      return refused(
        'conflict',
        'Bookings or ideas of clients stand with this artist, so they stay.',
        'Set the artist to not active instead: nothing is offered any more.',
      );
    announceOffer(transaction, null);
    transaction.announce({ topic: 'calendars', calendarId: null });
    return done({ removed: slug });
  });
}
