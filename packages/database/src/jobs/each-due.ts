import type { Database } from '../database.ts';
import { databaseTrouble } from '../postgres/database-trouble.ts';
import { clearTroubles, noteTrouble, troublesToRetry } from './job-trouble-store.ts';

/** Which of what is due: of `ids`, or, where that is null, of everything that has no trouble yet. */
export interface Due {
  readonly job: string;
  readonly ids: readonly string[] | null;
  readonly limit: number;
}

export interface DueJob<Item extends { readonly id: string }> {
  readonly job: string;
  /** The most urgent first. */
  readonly due: (which: Due) => Promise<readonly Item[]>;
  /** @returns why it could not be done; null when it was done, or when there was nothing to do any more. */
  readonly work: (item: Item) => Promise<string | null>;
}

/** How a round is told to end, and whom it tells of what nobody foresaw. */
export interface Telling {
  /** Nothing more is begun when it is told. */
  readonly signal?: AbortSignal | undefined;
  readonly tellTrouble?:
    | ((error: unknown, about: { readonly job: string; readonly item: string }) => void)
    | undefined;
}

export interface JobContext extends Telling {
  readonly database: Pick<Database, 'query'>;
  readonly clock: () => Date;
}

const AT_ONCE = 50;
const AGAIN_AT_ONCE = 10;

/**
 * Does whatever is due, each for itself (S10): what fails, or is refused, is set apart with its reason and tried again
 * later and later, and meanwhile is in nobody's way. A database that is away is nobody's fault and ends the round.
 * @returns how many were looked at.
 */
export async function eachDue<Item extends { readonly id: string }>(
  context: JobContext,
  job: DueJob<Item>,
): Promise<number> {
  const { database, clock, signal } = context;
  const ids = await troublesToRetry(database, { job: job.job, now: clock(), limit: AGAIN_AT_ONCE });
  const again = ids.length === 0 ? [] : await job.due({ job: job.job, ids, limit: ids.length });
  const still = new Set(again.map(({ id }) => id));
  // Settled by somebody else meanwhile.
  await clearTroubles(
    database,
    job.job,
    ids.filter((id) => !still.has(id)),
  );
  const fresh = await job.due({ job: job.job, ids: null, limit: AT_ONCE });
  let seen = 0;
  for (const item of [...fresh, ...again]) {
    if (signal?.aborted) break;
    await one(context, job, item, still.has(item.id));
    seen += 1;
  }
  return seen;
}

async function one<Item extends { readonly id: string }>(
  { database, clock, tellTrouble }: JobContext,
  { job, work }: DueJob<Item>,
  item: Item,
  troubled: boolean,
): Promise<void> {
  let failure: string | null;
  try {
    failure = await work(item);
  } catch (error) {
    if (databaseTrouble(error) !== null) throw error;
    tellTrouble?.(error, { job, item: item.id });
    failure = error instanceof Error ? error.message : String(error);
  }
  if (failure !== null) await noteTrouble(database, { job, item: item.id, failure, now: clock() });
  else if (troubled) await clearTroubles(database, job, [item.id]);
}
