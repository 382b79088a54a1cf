import type { ArtistRow } from '@atelier/database/booking/artist-store';
import type { Queryable } from '@atelier/database/database';
import { findUserById } from '@atelier/database/people/user-store';
import type { Studio } from '../../studio/studio.ts';

/** Where a client's answer to a mail goes: to the artist, where the studio wants it so and they have an account. */
export async function replyAddress(
  source: Queryable,
  { replies }: Pick<Studio, 'replies'>,
  artist: Pick<ArtistRow, 'userId'> | null,
): Promise<string | null> {
  if (replies !== 'artist' || !artist?.userId) return null;
  return (await findUserById(source, artist.userId))?.email ?? null;
}

/** Whether anybody reads an answer. */
export function isAnswered({ sender, senderRead }: Studio, replyTo: string | null): boolean {
  return replyTo !== null || (sender !== null && senderRead);
}
