import { backToSavepoint, releaseSavepoint, setSavepoint } from './savepoint.sql.ts';
import type { Transaction } from './transaction.ts';

/** What `work` has written is undone when it says false; the transaction goes on either way. @returns what it says. */
export async function tentatively(transaction: Transaction, work: () => Promise<boolean>): Promise<boolean> {
  await transaction.query(setSavepoint);
  const stands = await work();
  if (!stands) await transaction.query(backToSavepoint);
  await transaction.query(releaseSavepoint);
  return stands;
}
