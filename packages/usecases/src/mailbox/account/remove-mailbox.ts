import { removeUnusedCredential } from '@atelier/database/account/credential-store';
import {
  deleteMailAccount,
  type MailAccountRow,
  mailReadersOf,
} from '@atelier/database/mailbox/account-store';
import {
  accountsSharing,
  holdMailbox,
  type MailboxCounts,
  mailboxCounts,
  moveUnsentMail,
  type SharingAccount,
} from '@atelier/database/mailbox/mailbox-ties';
import { transact } from '@atelier/database/transaction';
import { type Actor, OPERATOR } from '../../actor.ts';
import { connectionOf, looksAfter } from '../../connections/account-rights.ts';
import { removeConnection, withoutBookings } from '../../connections/remove-connection.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { mailboxOf } from '../own-mailboxes.ts';

/** What hangs on a mailbox, told before it is taken away (M9). */
export interface MailboxTies extends MailboxCounts {
  /** People who read it beside its owner. */
  readonly readers: number;
  /** Calendar accounts that are let in by the same password: they go on with it, or go too. */
  readonly calendars: readonly SharingCalendars[];
}

export interface SharingCalendars extends Pick<SharingAccount, 'id' | 'name' | 'calendars'> {
  /** Whoever looks may take them away. */
  readonly mine: boolean;
}

export async function seeMailboxTies(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  accountId: string,
): Promise<Outcome<MailboxTies>> {
  const owned = await ownMailbox(database, actor, accountId);
  if (!owned.ok) return owned;
  const [counts, calendars, readers] = await Promise.all([
    mailboxCounts(database, accountId),
    accountsSharing(database, accountId),
    mailReadersOf(database, accountId),
  ]);
  return done({
    ...counts,
    calendars: calendars.map(({ ownerId, ...account }) => ({
      ...account,
      mine: looksAfter(actor, { ownerId }),
    })),
    readers: readers.length - 1,
  });
}

export interface RemoveMailbox {
  readonly accountId: string;
  /** The mailbox in which what was written and has not gone is kept as drafts; null: it goes. */
  readonly draftsTo: string | null;
  /** Calendar accounts with the same password stay. */
  readonly keepCalendars: boolean;
}

export interface RemovedMailbox extends MailboxCounts {
  readonly removed: string;
  /** Of drafts and unsent mail, so many are drafts elsewhere now. */
  readonly kept: number;
  /** Calendar accounts that went with it. */
  readonly connections: readonly string[];
}

/** Forgets a mailbox and its copies here, and of what hangs on it what somebody wants; nothing is changed at the server. */
export async function removeMailbox(
  context: Context,
  actor: Actor,
  { accountId, draftsTo, keepCalendars }: RemoveMailbox,
): Promise<Outcome<RemovedMailbox>> {
  const owned = await ownMailbox(context.database, actor, accountId);
  if (!owned.ok) return owned;
  if (draftsTo !== null && (draftsTo === accountId || !(await mailboxOf(context.database, actor, draftsTo))))
    return refusedFor('not-found', 'no-mailbox');
  const calendars = keepCalendars ? [] : await accountsSharing(context.database, accountId);
  // Who may not take them away is told before anything is.
  for (const { id } of calendars) {
    const theirs = await connectionOf(context.database, actor, id);
    if (!theirs.ok) return theirs;
    const free = await withoutBookings(context.database, theirs.value);
    if (!free.ok) return free;
  }
  const removed = await forget(context, owned.value, draftsTo);
  if (!removed.ok) return removed;
  for (const { id } of calendars) {
    const gone = await removeConnection(context, actor, { connectionId: id });
    // Somebody was faster.
    if (!gone.ok && gone.refusal.kind !== 'not-found') return gone;
  }
  return done({ ...removed.value, removed: accountId, connections: calendars.map(({ id }) => id) });
}

async function forget(
  { database, clock }: Context,
  { id, credentialId }: MailAccountRow,
  draftsTo: string | null,
): Promise<Outcome<MailboxCounts & { readonly kept: number }>> {
  return transact(database, async (transaction) => {
    await holdMailbox(transaction, id);
    const counts = await mailboxCounts(transaction, id);
    if (counts.sending > 0) return refusedFor('conflict', 'mailbox-sending');
    const readers = await mailReadersOf(transaction, id);
    const kept =
      draftsTo === null ? 0 : await moveUnsentMail(transaction, { from: id, to: draftsTo, now: clock() });
    await deleteMailAccount(transaction, id);
    // A calendar account that is let in by it keeps it.
    await removeUnusedCredential(transaction, credentialId);
    for (const userId of readers) transaction.announce({ topic: 'self', userId });
    if (draftsTo !== null) transaction.announce({ topic: 'mail', accountId: draftsTo });
    return done({ ...counts, kept });
  });
}

async function ownMailbox(
  database: Context['database'],
  actor: Actor,
  accountId: string,
): Promise<Outcome<MailAccountRow>> {
  const account = await mailboxOf(database, actor, accountId);
  if (!account) return refusedFor('not-found', 'no-mailbox');
  if (account.ownerId !== actor.userId && actor.userId !== OPERATOR.userId)
    return refusedFor('forbidden', 'mailbox-owner-only');
  return done(account);
}
