import { holdLease, type SourceLease } from '@atelier/database/source/source-lease';
import { failSource } from '@atelier/database/source/source-run';
import type { Transaction } from '@atelier/database/transaction';
import type { ClassifiedFailure } from '../failure.ts';

export interface LoneFailure {
  readonly failure: ClassifiedFailure;
  readonly startedAt: Date;
  /** When it is tried again. */
  readonly until: Date;
}

/**
 * Writes down that the run of a source that stands alone has failed; nothing that was read before is doubted for it.
 * @returns whether that is news. @throws LeaseLost where another worker has it by now.
 */
export async function failLoneSource(
  transaction: Transaction,
  lease: SourceLease,
  { failure: { kind, message, hint, retryAfterMs }, startedAt, until }: LoneFailure,
): Promise<boolean> {
  await holdLease(transaction, lease);
  const wait = { until, counts: true, told: retryAfterMs !== null };
  return failSource(transaction, lease.sourceId, { kind, message, hint, startedAt, wait, compareAll: false });
}
