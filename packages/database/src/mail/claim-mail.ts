import type { Queryable } from '../database.ts';
import type { Transaction } from '../transaction.ts';
import { judgeMail, mailsDue } from './claim-mail.sql.ts';
import { findMail, type MailRow } from './mail-store.ts';

export interface DueMails {
  readonly now: Date;
  /** Just those that are not needed any more: where nothing can be sent. */
  readonly overtakenOnly: boolean;
}

/** Mails whose time has come. */
export async function dueMails({ query }: Queryable, due: DueMails): Promise<readonly string[]> {
  return (await query(mailsDue, due)).map(({ id }) => id);
}

export interface ClaimMail {
  readonly now: Date;
  /** False where nothing can be sent: it is only judged then. */
  readonly send: boolean;
}

/**
 * Takes one mail to be sent, unless it is not needed any more, or is so old that a person has to be asked: then that is
 * written down instead.
 * @returns null when there is nothing to send, for whatever reason.
 */
export async function claimMail(
  transaction: Transaction,
  id: string,
  { now, send }: ClaimMail,
): Promise<MailRow | null> {
  const [judged] = await transaction.query(judgeMail, { id, now, send });
  if (judged && judged.state !== 'WAITING') transaction.announce({ topic: 'jobs' });
  return judged?.state === 'WAITING' && send ? findMail(transaction, id) : null;
}
