import { listArtists } from '@atelier/database/booking/artist-store';
import type { Transaction } from '@atelier/database/transaction';
import { artistReaders, type StudioReader } from '../../booking/mail/artist-readers.ts';

/** Who is told of an idea: its artist; of one that nobody has taken, everybody who may take it or give it to somebody. */
export async function inquiryReaders(
  transaction: Transaction,
  artistId: string | null,
): Promise<readonly StudioReader[]> {
  const [artist] = artistId === null ? [] : await listArtists(transaction, { ids: [artistId] });
  if (artist) return artistReaders(transaction, artist);
  return transaction.query<StudioReader>(
    `SELECT id, name, email, language FROM "user" u
     WHERE role IN ('ADMIN', 'STAFF') OR EXISTS (SELECT 1 FROM artist a WHERE a.user_id = u.id AND a.active)
     ORDER BY id`,
  );
}
