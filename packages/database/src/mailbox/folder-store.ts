import type { FolderRole } from '@atelier/mail/folder/folder-role';
import type { Queryable } from '../database.ts';
import { given } from '../patch.ts';
import { asKnown } from '../stored-json.ts';
import type { Transaction } from '../transaction.ts';

/** A folder as it was last seen. UIDs are within its UIDVALIDITY. */
export interface MailFolderRow {
  readonly id: string;
  readonly accountId: string;
  readonly path: string;
  readonly name: string;
  readonly delimiter: string;
  readonly role: FolderRole | null;
  readonly selectable: boolean;
  /** Null before the first run. */
  readonly uidValidity: string | null;
  readonly uidNext: number;
  readonly highestModseq: string | null;
  readonly messages: number;
  readonly unseen: number;
  /** Everything from this UID on is here; 1: all of it, 0: nothing yet. */
  readonly knownFrom: number;
  readonly doubtedAt: Date | null;
  readonly comparedAt: Date | null;
}

export async function foldersOfMail(
  { prisma }: Queryable,
  accountId: string,
): Promise<readonly MailFolderRow[]> {
  const rows = await prisma.mailFolder.findMany({ where: { accountId }, orderBy: { path: 'asc' } });
  return rows.map(({ role, uidNext, knownFrom, ...row }) => ({
    ...row,
    role: asKnown<FolderRole | null>(role),
    uidNext: Number(uidNext),
    knownFrom: Number(knownFrom),
  }));
}

export type ListedFolder = Pick<
  MailFolderRow,
  'id' | 'accountId' | 'path' | 'name' | 'delimiter' | 'role' | 'selectable'
>;

/** All at once: some people have thousands. */
export async function addFolders({ prisma }: Transaction, folders: readonly ListedFolder[]): Promise<void> {
  if (folders.length > 0) await prisma.mailFolder.createMany({ data: [...folders] });
}

export async function changeFolder(
  { prisma }: Transaction,
  id: string,
  change: { readonly role: FolderRole | null; readonly selectable: boolean },
): Promise<void> {
  await prisma.mailFolder.updateMany({ where: { id }, data: change });
}

/** With everything that lies in it. */
export async function removeFolders({ prisma }: Transaction, ids: readonly string[]): Promise<void> {
  await prisma.mailFolder.deleteMany({ where: { id: { in: [...ids] } } });
}

export interface FolderState {
  readonly uidValidity?: string | undefined;
  readonly uidNext?: number | undefined;
  readonly highestModseq?: string | null | undefined;
  readonly messages?: number | undefined;
  readonly unseen?: number | undefined;
  readonly knownFrom?: number | undefined;
  readonly doubtedAt?: Date | null | undefined;
  readonly comparedAt?: Date | undefined;
}

/** In the transaction of the messages that it is true with. */
export async function noteFolder({ prisma }: Transaction, id: string, state: FolderState): Promise<void> {
  await prisma.mailFolder.updateMany({ where: { id }, data: given(state) });
}
