import { findPicture, type StoredImage } from '@atelier/database/image/image-store';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

/** For everybody; of an artist who is not there any more there is none. */
export async function artistPicture(
  { database }: Pick<Context, 'database'>,
  slug: string,
): Promise<Outcome<StoredImage>> {
  const picture = await findPicture(database, slug);
  return picture ? done(picture) : refusedFor('not-found', 'no-such-picture');
}
