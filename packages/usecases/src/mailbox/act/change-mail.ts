import { foldersOfMail, type MailFolderRow } from '@atelier/database/mailbox/folder-store';
import {
  editFlagsHere,
  lockPlaces,
  moveHere,
  type Place,
  pushMailSoon,
  removeHere,
} from '@atelier/database/mailbox/placement-store';
import { type Transaction, transact } from '@atelier/database/transaction';
import { FLAGGED, SEEN } from '@atelier/mail/flags/flag-edit';
import type { FolderRole } from '@atelier/mail/folder/folder-role';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { mailboxesOf } from '../own-mailboxes.ts';

type MailContext = Pick<Context, 'database' | 'clock'>;

export type MailMark = 'seen' | 'unseen' | 'flagged' | 'unflagged';

const EDITS = {
  seen: { add: [SEEN], remove: [] },
  unseen: { add: [], remove: [SEEN] },
  flagged: { add: [FLAGGED], remove: [] },
  unflagged: { add: [], remove: [FLAGGED] },
} as const;

/** Shows at once, and waits for the servers. @returns those that were changed; others are not this person's. */
export function markMail(
  context: MailContext,
  actor: Actor,
  { ids, mark }: { readonly ids: readonly string[]; readonly mark: MailMark },
): Promise<Outcome<Changed>> {
  return change(context, actor, ids, async (transaction, places, now) => {
    await editFlagsHere(transaction, places, EDITS[mark], now);
    return null;
  });
}

export interface Changed {
  readonly ids: readonly string[];
  /** Where each was before: moving it there again takes the move back. */
  readonly before: readonly { readonly id: string; readonly folderId: string | null }[];
}

export interface MoveMail {
  readonly ids: readonly string[];
  /** A folder of the same mailbox, or what it is for: archive, trash, junk, inbox. */
  readonly to: { readonly folderId: string } | { readonly role: FolderRole };
}

export function moveMail(
  context: MailContext,
  actor: Actor,
  { ids, to }: MoveMail,
): Promise<Outcome<Changed>> {
  return change(context, actor, ids, async (transaction, places, now) => {
    const groups = [...Map.groupBy(places, ({ accountId }) => accountId)];
    const folders = await Promise.all(
      groups.map(async ([accountId]) => target(await foldersOfMail(transaction, accountId), to)),
    );
    if (folders.includes(undefined))
      return 'role' in to
        ? refusedFor('conflict', 'no-folder-for', { role: to.role })
        : refusedFor('not-found', 'no-mail-folder');
    for (const [at, [, group]] of groups.entries()) {
      const id = folders[at]?.id;
      if (id !== undefined)
        await moveHere(
          transaction,
          group.filter(({ shownIn }) => shownIn !== id),
          id,
          now,
        );
    }
    return null;
  });
}

function target(folders: readonly MailFolderRow[], to: MoveMail['to']): MailFolderRow | undefined {
  return folders.find(
    (folder) => folder.selectable && ('role' in to ? folder.role === to.role : folder.id === to.folderId),
  );
}

/** For good, at the server too; whoever asks has asked the person first (M2). */
export function removeMail(
  context: MailContext,
  actor: Actor,
  ids: readonly string[],
): Promise<Outcome<Changed>> {
  return change(context, actor, ids, async (transaction, places, now) => {
    await removeHere(transaction, places, now);
    return null;
  });
}

async function change(
  { database, clock }: MailContext,
  actor: Actor,
  ids: readonly string[],
  work: (transaction: Transaction, places: readonly Place[], now: Date) => Promise<Outcome<never> | null>,
): Promise<Outcome<Changed>> {
  const accountIds = await mailboxesOf(database, actor);
  const now = clock();
  return transact(database, async (transaction) => {
    const places = await lockPlaces(transaction, { ids, accountIds });
    if (places.length === 0) return refusedFor('not-found', 'no-message');
    const refusal = await work(transaction, places, now);
    if (refusal) return refusal;
    const touched = [...new Set(places.map(({ accountId }) => accountId))];
    await pushMailSoon(transaction, touched, now);
    for (const accountId of touched) transaction.announce({ topic: 'mail', accountId });
    return done({
      ids: places.map(({ id }) => id),
      before: places.map(({ id, shownIn }) => ({ id, folderId: shownIn })),
    });
  });
}
