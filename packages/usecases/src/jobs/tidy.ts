import { pruneGuesses } from '@atelier/database/abuse/sign-in-store';
import { pruneProofs } from '@atelier/database/abuse/spent-proof-store';
import { pruneAnswers } from '@atelier/database/booking/idempotency-store';
import { pruneChanges } from '@atelier/database/feed/change-feed';
import { pruneUploads } from '@atelier/database/image/image-store';
import { pruneMails } from '@atelier/database/mail/mail-store';
import { pruneNews } from '@atelier/database/news/item-store';
import { pruneTombstones } from '@atelier/database/object/tombstone-store';
import { pruneNotices } from '@atelier/database/push/push-store';
import { pruneSyncLogs } from '@atelier/database/source/sync-log-store';
import { pruneReplaced } from '@atelier/database/undo/replaced-texts';
import { FORGOTTEN_AFTER_MS } from '../abuse/next-try.ts';
import type { Context } from '../context.ts';

/**
 * Forgets what nobody needs any more: old changes, logs, deleted events and mails, answers that nobody asks for again, and
 * what strangers left behind. What goes wrong with one keeps no other from its turn.
 */
export async function tidy({ database, clock }: Pick<Context, 'database' | 'clock'>): Promise<void> {
  const now = clock();
  await eachPart(
    () => pruneChanges(database, now),
    () => pruneSyncLogs(database, now),
    () => pruneTombstones(database, now),
    () => pruneReplaced(database, now),
    () => pruneMails(database, now),
    () => pruneNotices(database, now),
    () => pruneNews(database, now),
    () => pruneAnswers(database, now),
    () => pruneUploads(database, now),
    () => pruneProofs(database, now),
    () => pruneGuesses(database, new Date(now.getTime() - FORGOTTEN_AFTER_MS)),
  );
}

/** Does every part, whatever becomes of the others. @throws what went wrong, when all of them have had their turn. */
async function eachPart(...parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const part of parts) {
    try {
      await part();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new AggregateError(errors, `${errors.length} parts failed.`);
}
