import { type MailFolderRow, noteFolder } from '@atelier/database/mailbox/folder-store';
import { holdLease, type SourceLease } from '@atelier/database/source/source-lease';
import { transact } from '@atelier/database/transaction';
import type { FolderStatus } from '@atelier/providers/port/mail/mail-provider';
import type { MailServices } from './mail-services.ts';

/**
 * New folders in which the server says that nothing lies are known without being opened: some people have thousands.
 * @returns the others.
 */
export async function noteEmptyFolders(
  { database, clock }: Pick<MailServices, 'database' | 'clock'>,
  lease: SourceLease,
  folders: readonly MailFolderRow[],
  told: ReadonlyMap<string, FolderStatus | null>,
): Promise<readonly MailFolderRow[]> {
  const empty = folders.flatMap(({ id, path, uidValidity }) => {
    const status = told.get(path);
    return uidValidity === null && status?.messages === 0 ? [{ id, status }] : [];
  });
  if (empty.length === 0) return folders;
  await transact(database, async (transaction) => {
    await holdLease(transaction, lease);
    for (const { id, status } of empty)
      await noteFolder(transaction, id, { ...status, knownFrom: 1, comparedAt: clock() });
  });
  const noted = new Set(empty.map(({ id }) => id));
  return folders.filter(({ id }) => !noted.has(id));
}
