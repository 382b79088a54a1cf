import { listBookings } from '@atelier/database/booking/booking-store';
import type { Database } from '@atelier/database/database';
import { findImage, type StoredImage } from '@atelier/database/image/image-store';
import { listInquiries } from '@atelier/database/inquiry/inquiry-store';
import { type Actor, sightOf } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

/** A picture, for those who may see the booking or the idea that it came with; foreign and absent are answered alike. */
export async function seeImage(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  id: string,
): Promise<Outcome<StoredImage>> {
  const image = await findImage(database, id);
  if (image && (await maySee(database, actor, image))) return done(image);
  return refusedFor('not-found', 'no-such-picture');
}

async function maySee(
  database: Database,
  actor: Actor,
  { bookingId, inquiryId }: StoredImage,
): Promise<boolean> {
  const whose = { visibleTo: sightOf(actor), limit: 1 };
  if (bookingId !== null) return (await listBookings(database, { ids: [bookingId], ...whose })).length > 0;
  if (inquiryId !== null) return (await listInquiries(database, { ids: [inquiryId], ...whose })).length > 0;
  return false;
}
