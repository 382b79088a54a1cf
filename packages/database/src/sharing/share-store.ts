import type { Queryable } from '../database.ts';
import type { Transaction } from '../transaction.ts';
import { type ShareLevel, shareLevel, storedLevel } from './share-level.ts';

/** With whom a calendar is shared: a person, a group, or with neither of them everybody of the studio. */
export interface ShareRow {
  readonly id: string;
  readonly userId: string | null;
  readonly groupId: string | null;
  /** Of the person or the group. */
  readonly name: string | null;
  readonly level: ShareLevel;
}

export async function sharesOf({ prisma }: Queryable, calendarId: string): Promise<readonly ShareRow[]> {
  const rows = await prisma.calendarShare.findMany({
    where: { calendarId },
    select: {
      id: true,
      userId: true,
      groupId: true,
      level: true,
      user: { select: { name: true } },
      group: { select: { name: true } },
    },
  });
  return rows
    .map(({ user, group, level, ...row }) => ({
      ...row,
      name: user?.name ?? group?.name ?? null,
      level: shareLevel(level),
    }))
    .toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? ''));
}

export interface Share {
  readonly calendarId: string;
  readonly userId: string | null;
  readonly groupId: string | null;
}

/** In place of what they had. */
export async function putShare(transaction: Transaction, share: Share, level: ShareLevel): Promise<void> {
  await removeShare(transaction, share);
  const data = { ...share, level: storedLevel(level) };
  await transaction.prisma.calendarShare.create({ data, select: { id: true } });
}

export async function removeShare({ prisma }: Transaction, share: Share): Promise<boolean> {
  return (await prisma.calendarShare.deleteMany({ where: { ...share } })).count > 0;
}
