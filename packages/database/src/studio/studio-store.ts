import type { Queryable } from '../database.ts';
import type { RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import { theStudio, waitForStudio } from './studio-store.sql.ts';

/** What the studio says of itself. Empty: not told. */
export type StudioRow = RowOf<typeof theStudio>;

/** There is one studio. */
const ID = 1;

/** Null before anybody has answered. */
export async function findStudio({ query }: Queryable): Promise<StudioRow | null> {
  const [row] = await query(theStudio);
  return row ?? null;
}

/** As `findStudio`; whoever else wants to change it waits until this transaction ends, also before there is a row. */
export async function lockStudio(transaction: Transaction): Promise<StudioRow | null> {
  await transaction.query(waitForStudio);
  return findStudio(transaction);
}

export async function saveStudio({ prisma }: Transaction, studio: StudioRow, now: Date): Promise<void> {
  const data = { ...studio, updatedAt: now };
  await prisma.studio.upsert({ where: { id: ID }, create: { id: ID, ...data }, update: data });
}

/** Takes out what was made for the demo, unless somebody has made it their own. */
export async function deleteDemoStudio({ prisma }: Transaction): Promise<boolean> {
  return (await prisma.studio.deleteMany({ where: { demo: true } })).count > 0;
}
