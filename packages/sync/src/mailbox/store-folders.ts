import {
  addFolders,
  changeFolder,
  foldersOfMail,
  type ListedFolder,
  type MailFolderRow,
  removeFolders,
} from '@atelier/database/mailbox/folder-store';
import { holdLease, type SourceLease } from '@atelier/database/source/source-lease';
import { transact } from '@atelier/database/transaction';
import { type FolderRole, settleRoles } from '@atelier/mail/folder/folder-role';
import { ProviderFailure } from '@atelier/providers/port/failure';
import type { RemoteFolder } from '@atelier/providers/port/mail/mail-provider';
import type { MailServices } from './mail-services.ts';

/**
 * The account's folders here as the server lists them.
 * @throws ProviderFailure when there is no inbox among them: such a list is not believed, and nothing is removed.
 */
export async function storeFolders(
  { database, newId }: MailServices,
  lease: SourceLease,
  remotes: readonly RemoteFolder[],
): Promise<readonly MailFolderRow[]> {
  const roles = rolesOf(remotes);
  if (![...roles.values()].includes('inbox')) throw noInbox();
  const accountId = lease.sourceId;
  await transact(database, async (transaction) => {
    await holdLease(transaction, lease);
    const known = new Map(
      (await foldersOfMail(transaction, accountId)).map((folder) => [folder.path, folder]),
    );
    let changed = false;
    const added: ListedFolder[] = [];
    for (const { path, name, delimiter, selectable } of remotes) {
      const role = roles.get(path) ?? null;
      const before = known.get(path);
      known.delete(path);
      if (!before) added.push({ id: newId(), accountId, path, name, delimiter, role, selectable });
      else if (before.role !== role || before.selectable !== selectable)
        await changeFolder(transaction, before.id, { role, selectable });
      else continue;
      changed = true;
    }
    await addFolders(transaction, added);
    await removeFolders(
      transaction,
      [...known.values()].map(({ id }) => id),
    );
    if (changed || known.size > 0) transaction.announce({ topic: 'mail', accountId });
  });
  return foldersOfMail(database, accountId);
}

function rolesOf(remotes: readonly RemoteFolder[]): ReadonlyMap<string, FolderRole> {
  return settleRoles(
    remotes.flatMap(({ path, role, status }) =>
      role ? [{ ...role, path, messages: status?.messages ?? 0 }] : [],
    ),
  );
}

function noInbox(): ProviderFailure {
  return new ProviderFailure(
    'malformed',
    'The mail server lists no inbox, so nothing was changed here.',
    'It will be tried again by itself.',
  );
}
