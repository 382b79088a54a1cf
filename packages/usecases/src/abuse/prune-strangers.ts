import { pruneProofs } from '@atelier/database/abuse/spent-proof-store';
import { pruneUploads } from '@atelier/database/image-store';
import type { Context } from '../context.ts';

/** Forgets what strangers left behind: pictures of forms that were never sent, and proofs that nobody could use again. */
export async function pruneStrangers({
  database,
  clock,
}: Pick<Context, 'database' | 'clock'>): Promise<void> {
  const now = clock();
  await pruneUploads(database, now);
  await pruneProofs(database, now);
}
