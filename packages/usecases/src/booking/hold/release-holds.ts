import { deleteLapsedHolds } from '@atelier/database/booking/hold-store';
import { transact } from '@atelier/database/transaction';
import type { Context } from '../../context.ts';

/** Gives back the times of holds that nobody came back to. */
export function releaseHolds({ database, clock }: Pick<Context, 'database' | 'clock'>): Promise<void> {
  return transact(database, (transaction) => deleteLapsedHolds(transaction, clock()));
}
