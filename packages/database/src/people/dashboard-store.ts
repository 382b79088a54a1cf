import type { Queryable } from '../database.ts';
import type { Dashboard } from '../generated/client.ts';
import type { Transaction } from '../transaction.ts';

/** Ids of widgets, in the order in which somebody wants them, and those that they do not want to see. */
export type Arrangement = Readonly<Pick<Dashboard, 'order' | 'hidden'>>;

const COLUMNS = { order: true, hidden: true } as const;

/** Null for somebody who has arranged nothing. */
export async function findArrangement({ prisma }: Queryable, userId: string): Promise<Arrangement | null> {
  return prisma.dashboard.findUnique({ where: { userId }, select: COLUMNS });
}

export async function saveArrangement(
  transaction: Transaction,
  userId: string,
  { order, hidden }: Arrangement,
): Promise<void> {
  const data = { order: [...order], hidden: [...hidden] };
  await transaction.prisma.dashboard.upsert({ where: { userId }, create: { userId, ...data }, update: data });
  transaction.announce({ topic: 'self', userId });
}
