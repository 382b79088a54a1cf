import type { Database } from '../database.ts';

/**
 * What has become of the mail that told the client of this version of a booking; null when there is none. Mails to the
 * studio bear `artist-` in their occasion.
 */
export async function mailToClient(
  { query }: Pick<Database, 'query'>,
  { bookingId, version }: { readonly bookingId: string; readonly version: number },
): Promise<'waiting' | 'sent' | 'unsent' | null> {
  const [mail] = await query<{ state: string }>(
    `SELECT state FROM mail WHERE once LIKE 'booking:' || $1 || ':%:v' || $2 AND once NOT LIKE '%:artist-%'
     ORDER BY created_at DESC LIMIT 1`,
    [bookingId, String(version)],
  );
  if (!mail) return null;
  if (mail.state === 'SENT') return 'sent';
  return mail.state === 'WAITING' || mail.state === 'HELD' ? 'waiting' : 'unsent';
}
