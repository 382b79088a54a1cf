import type { StudioWords } from '@atelier/words/studio/en';
import {
  Archive,
  File,
  Folder,
  Inbox,
  Layers,
  type LucideIcon,
  Send,
  ShieldAlert,
  Trash2,
} from 'lucide-react';
import type { FolderRole, Mailbox, MailFolder } from '../../api/answers.ts';
import type { MailSearch } from '../mail-search.ts';

const ICONS: Record<FolderRole, LucideIcon> = {
  inbox: Inbox,
  drafts: File,
  sent: Send,
  archive: Archive,
  junk: ShieldAlert,
  trash: Trash2,
  all: Layers,
};
/** As people expect them; what has no role follows by its name. */
const ORDER = Object.keys(ICONS);

export function folderIcon(role: FolderRole | null): LucideIcon {
  return role === null ? Folder : ICONS[role];
}

export function folderName({ name, role }: Pick<MailFolder, 'name' | 'role'>, words: StudioWords): string {
  return role === null ? name : words.mailbox.roles[role];
}

/** Those with a role first, then the others by their path, those within another below it. */
export function inOrder(folders: readonly MailFolder[]): readonly MailFolder[] {
  const place = ({ role }: MailFolder) => (role === null ? ORDER.length : ORDER.indexOf(role));
  return folders.toSorted((one, other) => place(one) - place(other) || one.path.localeCompare(other.path));
}

/** In how many others a folder lies. */
export function depthOf({ path, delimiter, role }: MailFolder): number {
  if (role !== null || !delimiter) return 0;
  const parts = path.split(delimiter);
  return Math.min((parts[0]?.toUpperCase() === 'INBOX' ? parts.length - 1 : parts.length) - 1, 4);
}

/** What the list is of; a folder that is gone leaves the inbox. */
export function listedFolder(mailboxes: readonly Mailbox[], { folder, role = 'inbox' }: MailSearch) {
  const found = mailboxes.flatMap(({ folders }) => folders).find(({ id }) => id === folder);
  return { folderId: found?.id ?? null, role: found ? found.role : role, name: found?.name ?? '' };
}
