import { pruneGuesses } from '@atelier/database/abuse/sign-in-store';
import { pruneProofs } from '@atelier/database/abuse/spent-proof-store';
import { pruneAnswers } from '@atelier/database/booking/idempotency-store';
import { pruneChanges } from '@atelier/database/feed/change-feed';
import { pruneUploads } from '@atelier/database/image/image-store';
import { eachPart } from '@atelier/database/jobs/each-part';
import { pruneMails } from '@atelier/database/mail/mail-store';
import { pruneTombstones } from '@atelier/database/object/tombstone-store';
import { pruneSyncLogs } from '@atelier/database/source/sync-log-store';
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
    () => pruneMails(database, now),
    () => pruneAnswers(database, now),
    () => pruneUploads(database, now),
    () => pruneProofs(database, now),
    () => pruneGuesses(database, new Date(now.getTime() - FORGOTTEN_AFTER_MS)),
  );
}
