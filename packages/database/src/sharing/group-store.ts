import type { Queryable } from '../database.ts';
import type { CalendarKind } from '../generated/enums.ts';
import { isWhole } from '../prisma/is-whole.ts';
import type { Transaction } from '../transaction.ts';
import { type ShareLevel, shareLevel, storedLevel } from './share-level.ts';

export type GroupKind = Exclude<CalendarKind, 'PERSONAL'>;

export interface GroupRow {
  readonly id: string;
  readonly kind: CalendarKind;
  readonly name: string;
  readonly members: readonly GroupMemberRow[];
}

interface GroupMemberRow {
  readonly userId: string;
  readonly name: string;
  /** The most that what is shared with the group lets them do. */
  readonly level: ShareLevel;
}

export async function listGroups({ prisma }: Queryable): Promise<readonly GroupRow[]> {
  const rows = await prisma.peopleGroup.findMany({
    select: {
      id: true,
      kind: true,
      name: true,
      members: {
        select: { userId: true, level: true, user: { select: { name: true } } },
        orderBy: { user: { name: 'asc' } },
      },
    },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ members, ...group }) => ({
    ...group,
    members: members
      .filter((row) => isWhole(row, 'user'))
      .map(({ userId, level, user }) => ({
        userId,
        name: user.name,
        level: shareLevel(level),
      })),
  }));
}

export async function insertGroup(
  { prisma }: Transaction,
  group: { readonly id: string; readonly kind: GroupKind; readonly name: string; readonly createdAt: Date },
): Promise<void> {
  await prisma.peopleGroup.create({ data: group, select: { id: true } });
}

export async function renameGroup({ prisma }: Transaction, id: string, name: string): Promise<boolean> {
  return (await prisma.peopleGroup.updateMany({ where: { id }, data: { name } })).count > 0;
}

/** What was shared with it is so no more. */
export async function deleteGroup({ prisma }: Transaction, id: string): Promise<boolean> {
  return (await prisma.peopleGroup.deleteMany({ where: { id } })).count > 0;
}

export async function putMember(
  { prisma }: Transaction,
  member: { readonly groupId: string; readonly userId: string },
  level: ShareLevel,
): Promise<void> {
  const stored = { level: storedLevel(level) };
  await prisma.groupMember.upsert({
    where: { groupId_userId: member },
    create: { ...member, ...stored },
    update: stored,
    select: { userId: true },
  });
}

export async function removeMember(
  { prisma }: Transaction,
  member: { readonly groupId: string; readonly userId: string },
): Promise<boolean> {
  return (await prisma.groupMember.deleteMany({ where: { ...member } })).count > 0;
}
