import type { ArtistRow } from '@atelier/database/booking/artist-store';
import type { Transaction } from '@atelier/database/transaction';

/** Somebody of the studio who is told what concerns an artist. */
export interface StudioReader {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Language tag; null where they never chose one. */
  readonly language: string | null;
}

/** Whoever signs in as the artist; every admin where nobody does. */
export async function artistReaders(
  { query }: Pick<Transaction, 'query'>,
  { userId }: Pick<ArtistRow, 'userId'>,
): Promise<readonly StudioReader[]> {
  return query<StudioReader>(
    `SELECT id, name, email, language FROM "user"
     WHERE disabled_at IS NULL AND (id = $1
       OR (role = 'ADMIN' AND NOT EXISTS (SELECT 1 FROM "user" WHERE id = $1 AND disabled_at IS NULL))) ORDER BY id`,
    [userId],
  );
}
