import type { Database, Queryable } from '../database.ts';
import { type Transaction, transact } from '../transaction.ts';
import {
  endBackOff,
  patch,
  request,
  shortenAccountWait,
  shortenOwnWait,
  tellDue as tell,
  watch,
} from './source-pace.sql.ts';

/** Puts sources at the head of the queue, whatever their back-off, and wakes the workers. */
export async function requestRuns(
  database: Database,
  ids: readonly string[],
  { full, now }: { readonly full: boolean; readonly now: Date },
): Promise<void> {
  await transact(database, async (transaction) => {
    await transaction.query(request, { ids, now, full });
    await transaction.query(endBackOff, { ids });
    await tellDue(transaction);
  });
}

/**
 * Something waits for these: what had failed is tried again within their own interval, however long the back-off has
 * become; not where the server itself said when to come back.
 */
export async function shortenWait({ query }: Queryable, ids: readonly string[], now: Date): Promise<void> {
  await query(shortenOwnWait, { ids, now });
  await query(shortenAccountWait, { ids, now });
}

/**
 * Somebody has these on the screen, for the next minute and a half at least: what is older than 15 s is asked at once.
 * What fails is tried within its interval, what waits for a person keeps its own time.
 */
export async function markWatched(database: Database, ids: readonly string[], now: Date): Promise<void> {
  await database.query(watch, { ids, now });
  await shortenWait(database, ids, now);
}

export interface PacePatch {
  readonly enabled?: boolean | undefined;
  readonly intervalSeconds?: number | undefined;
  /** False gives the interval back to Atelier, which follows how much happens. */
  readonly intervalChosen?: boolean | undefined;
}

/** What is newly chosen, or has a shorter interval, is due accordingly. */
export async function patchPace(
  { query }: Transaction,
  id: string,
  { enabled, intervalSeconds, intervalChosen }: PacePatch,
  now: Date,
): Promise<void> {
  await query(patch, {
    id,
    enabled: enabled ?? null,
    intervalSeconds: intervalSeconds ?? null,
    intervalChosen: intervalChosen ?? null,
    now,
  });
}

/** Wakes the workers once the transaction is through. */
export async function tellDue({ query }: Transaction): Promise<void> {
  await query(tell);
}
