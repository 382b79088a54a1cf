import type { Queryable } from '@atelier/database/database';
import {
  type MailAccountRow,
  mailAccountIdsOf,
  mailAccountReadBy,
} from '@atelier/database/mailbox/account-store';
import { type Actor, OPERATOR } from '../actor.ts';

/** As whom mailboxes are looked at: a person sees what they read, the operator at the machine sees all. */
export function readerOf(actor: Actor): string | null {
  return actor.userId === OPERATOR.userId ? null : actor.userId;
}

/** The mailboxes that somebody reads; of others nobody learns that there is anything (M8). */
export function mailboxesOf(database: Queryable, actor: Actor): Promise<readonly string[]> {
  return mailAccountIdsOf(database, readerOf(actor));
}

export function mailboxOf(database: Queryable, actor: Actor, id: string): Promise<MailAccountRow | null> {
  return mailAccountReadBy(database, id, readerOf(actor));
}
