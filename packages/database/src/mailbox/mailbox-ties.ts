import type { Queryable } from '../database.ts';
import type { ParamsOf, RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import { counted, lockAccount, lockOutgoing, moveUnsent, sharing } from './mailbox-ties.sql.ts';

/** Drafts; what waits to be sent or was refused; what is being sent; what perhaps went; what the server does not have yet. */
export type MailboxCounts = RowOf<typeof counted>;
export type SharingAccount = RowOf<typeof sharing>;

export async function mailboxCounts({ query }: Queryable, id: string): Promise<MailboxCounts> {
  const [row] = await query(counted, { id });
  return row ?? { drafts: 0, unsent: 0, sending: 0, unknown: 0, edits: 0 };
}

export async function accountsSharing({ query }: Queryable, id: string): Promise<readonly SharingAccount[]> {
  return query(sharing, { id });
}

/** Until the end of the transaction nothing of it is sent, and nothing new is written in it. */
export async function holdMailbox({ query }: Transaction, id: string): Promise<void> {
  await query(lockAccount, { id });
  await query(lockOutgoing, { id });
}

/** @returns how many. */
export async function moveUnsentMail(
  { query }: Transaction,
  move: ParamsOf<typeof moveUnsent>,
): Promise<number> {
  return (await query(moveUnsent, move)).length;
}
