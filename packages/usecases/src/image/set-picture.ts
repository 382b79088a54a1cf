import { deletePicture, setPicture } from '@atelier/database/image/image-store';
import { transact } from '@atelier/database/transaction';
import type { Actor } from '../actor.ts';
import { ownArtist } from '../booking/settings/own-artist.ts';
import { done, type Outcome } from '../outcome.ts';
import { imageRefusal } from './image-refusal.ts';
import type { ImageContext } from './upload-image.ts';

/** Gives an artist a picture, or another one. Admins for everybody, artists for themselves. */
export async function setArtistPicture(
  context: ImageContext,
  actor: Actor,
  slug: string,
  bytes: Buffer,
): Promise<Outcome<{ readonly id: string }>> {
  const artist = await ownArtist(context, actor, slug);
  if (!artist.ok) return artist;
  const made = await context.images.portrait(bytes);
  if (!made.ok) return imageRefusal(made.problem);
  const image = { ...made.image, id: context.newId(), createdAt: context.clock() };
  await transact(context.database, async (transaction) => {
    await setPicture(transaction, artist.value.id, image);
    transaction.announce({ topic: 'bookings', artistId: artist.value.id });
  });
  return done({ id: image.id });
}

/** Also where there was none. */
export async function removeArtistPicture(
  context: ImageContext,
  actor: Actor,
  slug: string,
): Promise<Outcome<null>> {
  const artist = await ownArtist(context, actor, slug);
  if (!artist.ok) return artist;
  await transact(context.database, async (transaction) => {
    await deletePicture(transaction, artist.value.id);
    transaction.announce({ topic: 'bookings', artistId: artist.value.id });
  });
  return done(null);
}
