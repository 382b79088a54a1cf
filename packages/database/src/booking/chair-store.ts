import type { Queryable } from '../database.ts';
import type { Chair } from '../generated/client.ts';
import type { Transaction } from '../transaction.ts';
import { deleteUnused } from './chair-store.sql.ts';

/** A chair or room that a service may need; only active ones are given to bookings. */
export type ChairRow = Readonly<Chair>;

export async function listChairs({ prisma }: Queryable): Promise<readonly ChairRow[]> {
  return prisma.chair.findMany({ orderBy: [{ position: 'asc' }, { name: 'asc' }, { id: 'asc' }] });
}

export async function activeChairIds({ prisma }: Queryable): Promise<readonly string[]> {
  const rows = await prisma.chair.findMany({ where: { active: true }, select: { id: true } });
  return rows.map(({ id }) => id);
}

export async function saveChair({ prisma }: Transaction, chair: ChairRow): Promise<void> {
  const { id, ...rest } = chair;
  await prisma.chair.upsert({ where: { id }, create: chair, update: rest });
}

/** @returns false, and nothing is changed, where a booking has it. */
export async function deleteChair(transaction: Transaction, id: string): Promise<boolean> {
  return (await transaction.query(deleteUnused, { id })).length > 0;
}
