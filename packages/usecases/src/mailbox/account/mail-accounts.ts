import {
  type MailAccountOverview,
  type MailAccountPatch,
  mailAccountOverviews,
  mailReadersOf,
  patchMailAccount,
  setMailReaders,
} from '@atelier/database/mailbox/account-store';
import { foldersOfMail, type MailFolderRow } from '@atelier/database/mailbox/folder-store';
import { type FolderCount, mailCounts } from '@atelier/database/mailbox/mail-list';
import { listActive } from '@atelier/database/people/user-store';
import { markWatched, requestRuns } from '@atelier/database/source/source-pace';
import { transact } from '@atelier/database/transaction';
import type { MailRun } from '@atelier/sync/mailbox/mail-report';
import { type Actor, OPERATOR } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { asLine } from '../../plain-text.ts';
import { mailboxesOf, mailboxOf, readerOf } from '../own-mailboxes.ts';

export type SeenFolder = Pick<MailFolderRow, 'id' | 'path' | 'name' | 'delimiter' | 'role' | 'selectable'> & {
  readonly unread: number;
  readonly messages: number;
};

export interface SeenMailbox extends Omit<MailAccountOverview, 'reach'> {
  readonly folders: readonly SeenFolder[];
  /** It is this person's: they say who else reads it. */
  readonly own: boolean;
}

/** The mailboxes that somebody reads, with their folders, as a page lists them. */
export async function listMailboxes(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
): Promise<readonly SeenMailbox[]> {
  const accounts = await mailAccountOverviews(database, readerOf(actor));
  const counts = new Map(
    (
      await mailCounts(
        database,
        accounts.map(({ id }) => id),
      )
    ).map((count) => [count.id, count]),
  );
  return Promise.all(
    accounts.map(async ({ reach: _reach, ...account }) => ({
      ...account,
      own: account.ownerId === actor.userId || actor.userId === OPERATOR.userId,
      folders: (await foldersOfMail(database, account.id)).map((folder) =>
        seenFolder(folder, counts.get(folder.id)),
      ),
    })),
  );
}

function seenFolder(
  { id, path, name, delimiter, role, selectable }: MailFolderRow,
  count: FolderCount | undefined,
): SeenFolder {
  return {
    id,
    path,
    name,
    delimiter,
    role,
    selectable,
    unread: count?.unread ?? 0,
    messages: count?.messages ?? 0,
  };
}

export interface ChangeMailbox extends MailAccountPatch {
  readonly accountId: string;
  /** Everybody who reads it beside its owner; left out: as it is. */
  readonly readers?: readonly string[] | undefined;
}

/** For its owner. Who is given it, or loses it, hears so. */
export async function changeMailbox(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  { accountId, readers, ...patch }: ChangeMailbox,
): Promise<Outcome<{ readonly accountId: string }>> {
  const account = await mailboxOf(database, actor, accountId);
  if (!account) return refusedFor('not-found', 'no-mailbox');
  if (account.ownerId !== actor.userId && actor.userId !== OPERATOR.userId)
    return refusedFor('forbidden', 'mailbox-owner-only');
  await transact(database, async (transaction) => {
    const before = await mailReadersOf(transaction, accountId);
    const { name, sender, ...rest } = patch;
    await patchMailAccount(transaction, accountId, {
      ...rest,
      ...(name !== undefined && { name: asLine(name) || account.address }),
      ...(sender !== undefined && { sender: asLine(sender) }),
    });
    if (readers)
      await setMailReaders(
        transaction,
        accountId,
        readers.filter((id) => id !== account.ownerId),
      );
    for (const userId of new Set([...before, ...(readers ?? [])]))
      transaction.announce({ topic: 'self', userId });
    transaction.announce({ topic: 'mail', accountId });
  });
  return done({ accountId });
}

/** With whom somebody may share a mailbox of theirs: everybody of the studio, by name; who has none learns no names. */
export async function listColleagues(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const accounts = await mailAccountOverviews(database, readerOf(actor));
  if (!accounts.some(({ ownerId }) => ownerId === actor.userId)) return [];
  return (await listActive(database)).filter(({ id }) => id !== actor.userId);
}

/** Has the worker look now. */
export async function askForMail(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  actor: Actor,
): Promise<void> {
  await requestRuns(database, await mailboxesOf(database, actor), { full: false, now: clock() });
}

/** Somebody has it on the screen: servers that do not tell by themselves are asked more often. */
export async function watchMail(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  actor: Actor,
): Promise<void> {
  await markWatched(database, await mailboxesOf(database, actor), clock());
}

/** One round now, in this process. @param accountId null: all that this person reads. */
export async function syncMail(
  { database, mailboxes }: Pick<Context, 'database' | 'mailboxes'>,
  actor: Actor,
  { accountId, full }: { readonly accountId: string | null; readonly full: boolean },
): Promise<Outcome<readonly MailRun[]>> {
  const own = await mailboxesOf(database, actor);
  if (accountId !== null && !own.includes(accountId)) return refusedFor('not-found', 'no-mailbox');
  return done(await mailboxes.engine.runNow(accountId === null ? own : [accountId], { full }));
}
