import type { ArtistRow } from '@atelier/database/booking/artist-store';
import type { Transaction } from '@atelier/database/transaction';
import type { Studio } from '../../studio/studio.ts';

/** Where a client's answer to a mail goes: to the artist, where the studio wants it so and they have an account. */
export async function replyAddress(
  { query }: Pick<Transaction, 'query'>,
  { replies }: Pick<Studio, 'replies'>,
  artist: Pick<ArtistRow, 'userId'> | null,
): Promise<string | null> {
  if (replies !== 'artist' || !artist?.userId) return null;
  const [user] = await query<{ email: string }>('SELECT email FROM "user" WHERE id = $1', [artist.userId]);
  return user?.email ?? null;
}

/** Whether anybody reads an answer. */
export function isAnswered({ sender, senderRead }: Studio, replyTo: string | null): boolean {
  return replyTo !== null || (sender !== null && senderRead);
}
