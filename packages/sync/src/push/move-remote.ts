import { noteSent, type PendingWrite } from '@atelier/database/object/outbox-store';
import type { StoredVersion } from '@atelier/providers/port/writes';
import type { EngineServices } from '../engine-services.ts';
import type { PushRequest } from './push-request.ts';

interface OldPlace {
  readonly id: string;
  readonly calendarHref: string;
  readonly href: string;
  readonly etag: string | null;
  readonly source: string;
}

interface Moved {
  /** The row that waits to delete the old place, which is empty now. */
  readonly oldPlaceId: string;
  readonly outcome: StoredVersion;
  /** The text that was there. */
  readonly handed: string;
}

/**
 * Where the account can move an object itself, it keeps what the server knows of it, and no guest hears of a
 * cancellation. Anything that goes wrong is left to the sure way: a copy first, then the deletion of the old one.
 */
export async function moveRemote(
  { database }: EngineServices,
  { calendar, provider }: PushRequest,
  write: PendingWrite,
): Promise<Moved | null> {
  const [from] = await database.query<OldPlace>(
    `SELECT o.id, c.href AS "calendarHref", o.href, o.base_etag AS etag, o.base_source AS source FROM outbox o JOIN calendar c ON c.id = o.calendar_id
     WHERE o.after_id = $1 AND o.operation = 'DELETE' AND o.base_source IS NOT NULL AND c.connection_id = $2`,
    [write.id, calendar.connectionId],
  );
  if (!from) return null;
  const { calendarHref, href, etag, source } = from;
  const to = { calendarHref: calendar.href, href: write.href };
  // What may arrive is the text of the old place, whatever has been edited since.
  if (!(await noteSent(database, write.id, write.version, source))) return null;
  const outcome = await provider.move({ calendarHref, href, base: { etag, body: source }, to });
  return outcome.outcome === 'stored' ? { outcome, handed: source, oldPlaceId: from.id } : null;
}
