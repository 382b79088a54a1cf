import { mailIdsInFolders } from '@atelier/database/mailbox/mail-list';
import type { FolderRole } from '@atelier/mail/folder/folder-role';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { listedFolders, partOf, searchMail } from '../read/list-mail.ts';
import { removeMail } from './change-mail.ts';

export type WholeList =
  | { readonly folderId: string | null; readonly role: FolderRole; readonly unread: boolean }
  /** A line of search. */
  | { readonly line: string };

export interface ListedIds {
  readonly ids: readonly string[];
  /** Where the next part begins; null: there is none. */
  readonly next: string | null;
}

/** So many at once: as many as are dealt with at once. */
const PART = 500;

/** The ids of everything in a list, part by part, for whoever deals with all of it. */
export async function listMailIds(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  { list, before }: { readonly list: WholeList; readonly before: string | null },
): Promise<Outcome<ListedIds>> {
  if ('line' in list) {
    const found = await searchMail({ database }, actor, {
      line: list.line,
      accountId: null,
      before,
      limit: PART,
    });
    return done({ ids: found.messages.map(({ id }) => id), next: found.next });
  }
  const folders = await listedFolders(database, actor, list);
  if (folders.length === 0) return refusedFor('not-found', 'no-mail-folder');
  const asked = { folderIds: folders.map((folder) => folder.id), unread: list.unread };
  const { rows, next } = await partOf(PART, before, (from) =>
    mailIdsInFolders(database, { ...asked, ...from }),
  );
  return done({ ids: rows.map((row) => row.id), next });
}

/**
 * Everything in a folder of what was thrown away goes for good, at the server too (M2); whoever asks has asked the person
 * first. Other folders are not emptied.
 */
export async function emptyFolder(
  context: Pick<Context, 'database' | 'clock'>,
  actor: Actor,
  { folderId, role }: { readonly folderId: string | null; readonly role: 'trash' | 'junk' },
): Promise<Outcome<{ readonly removed: number }>> {
  const folders = (await listedFolders(context.database, actor, { folderId, role })).filter(
    (one) => one.role === role,
  );
  if (folders.length === 0) return refusedFor('not-found', 'no-mail-folder');
  const folderIds = folders.map(({ id }) => id);
  const whole = { folderIds, unread: false, beforeDate: null, beforeId: null, limit: PART };
  let removed = 0;
  for (;;) {
    // What has gone shows nowhere any more, so the next part is the first.
    const ids = (await mailIdsInFolders(context.database, whole)).map(({ id }) => id);
    if (ids.length === 0) return done({ removed });
    const gone = await removeMail(context, actor, ids);
    if (!gone.ok) return gone;
    removed += gone.value.ids.length;
  }
}
