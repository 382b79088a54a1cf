import { pruneGuesses } from '@atelier/database/abuse/sign-in-store';
import { pruneProofs } from '@atelier/database/abuse/spent-proof-store';
import { pruneUploads } from '@atelier/database/image/image-store';
import { eachPart } from '@atelier/database/jobs/each-part';
import type { Context } from '../context.ts';
import { FORGOTTEN_AFTER_MS } from './next-try.ts';

/**
 * Forgets what strangers left behind: pictures of forms that were never sent, proofs that nobody could use again, and
 * how often passwords were tried a day ago.
 */
export async function pruneStrangers({
  database,
  clock,
}: Pick<Context, 'database' | 'clock'>): Promise<void> {
  const now = clock();
  await eachPart(
    () => pruneUploads(database, now),
    () => pruneProofs(database, now),
    () => pruneGuesses(database, new Date(now.getTime() - FORGOTTEN_AFTER_MS)),
  );
}
