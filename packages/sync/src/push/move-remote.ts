import { noteSent, oldPlaceOf, type PendingWrite } from '@atelier/database/object/outbox-store';
import type { StoredVersion } from '@atelier/providers/port/writes';
import type { EngineServices } from '../engine-services.ts';
import type { PushRequest } from './push-request.ts';

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
  const { connectionId } = calendar;
  const from = await oldPlaceOf(database, { writeId: write.id, connectionId });
  if (!from) return null;
  const { calendarHref, href, etag, source } = from;
  const to = { calendarHref: calendar.href, href: write.href };
  // What may arrive is the text of the old place, whatever has been edited since.
  if (!(await noteSent(database, write.id, write.version, source))) return null;
  const outcome = await provider.move({ calendarHref, href, base: { etag, body: source }, to });
  return outcome.outcome === 'stored' ? { outcome, handed: source, oldPlaceId: from.id } : null;
}
