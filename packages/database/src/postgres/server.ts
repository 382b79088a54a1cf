import type { Queryable } from '../database.ts';
import type { RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import { commitLater, serverNow } from './server.sql.ts';

/** What the database says of itself: its clock and its version. @throws when it does not answer. */
export async function askServer({ query }: Queryable): Promise<RowOf<typeof serverNow>> {
  const [row] = await query(serverNow);
  if (!row) throw new Error('The database gave no answer.');
  return row;
}

/** For what comes again after a crash of the database. */
export async function commitUnsynced(transaction: Transaction): Promise<void> {
  await transaction.query(commitLater);
}
