import { dateOfText, dateText } from '../calendar-date.ts';
import type { Queryable } from '../database.ts';
import type { Closure } from '../generated/client.ts';
import { asKnown, toJson } from '../stored-json.ts';
import type { Transaction } from '../transaction.ts';

/** Replaces the weekly hours of one date, `YYYY-MM-DD`. */
export interface OverrideRow {
  readonly artistId: string;
  readonly date: string;
  readonly ranges: readonly object[];
}

/** Replaces every override of an artist. */
export async function setOverrides(
  { prisma }: Transaction,
  artistId: string,
  overrides: readonly Omit<OverrideRow, 'artistId'>[],
): Promise<void> {
  await prisma.dateOverride.deleteMany({ where: { artistId } });
  await prisma.dateOverride.createMany({
    data: overrides.map(({ date, ranges }) => ({ artistId, date: dateOfText(date), ranges: toJson(ranges) })),
  });
}

/** Dates `YYYY-MM-DD`, both included; of the whole studio where there is no artist. */
export interface ClosureRow {
  readonly id: string;
  readonly artistId: string | null;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export async function listOverrides(
  { prisma }: Queryable,
  artistIds: readonly string[],
): Promise<readonly OverrideRow[]> {
  const rows = await prisma.dateOverride.findMany({
    where: { artistId: { in: [...artistIds] } },
    orderBy: { date: 'asc' },
  });
  return rows.map(({ artistId, date, ranges }) => ({
    artistId,
    date: dateText(date),
    ranges: asKnown(ranges),
  }));
}

/** @param artistIds null: the whole studio's. */
export async function listClosures(
  { prisma }: Queryable,
  artistIds: readonly string[] | null,
): Promise<readonly ClosureRow[]> {
  const rows = await prisma.closure.findMany({
    where: { artistId: artistIds && { in: [...artistIds] } },
    orderBy: [{ firstDate: 'asc' }, { id: 'asc' }],
  });
  return rows.map(closureOf);
}

function closureOf({ firstDate, lastDate, ...row }: Closure): ClosureRow {
  return { ...row, from: dateText(firstDate), to: dateText(lastDate) };
}

export async function insertClosure({ prisma }: Transaction, closure: ClosureRow): Promise<void> {
  const { from, to, ...rest } = closure;
  const data = { ...rest, firstDate: dateOfText(from), lastDate: dateOfText(to) };
  await prisma.closure.create({ data });
}

/** One of the whole studio's. @returns false when there is no such closure. */
export async function deleteStudioClosure({ prisma }: Transaction, id: string): Promise<boolean> {
  return (await prisma.closure.deleteMany({ where: { id, artistId: null } })).count > 0;
}

/** Replaces every closure of an artist. */
export async function setClosures(
  transaction: Transaction,
  artistId: string,
  closures: readonly Omit<ClosureRow, 'artistId'>[],
): Promise<void> {
  await transaction.prisma.closure.deleteMany({ where: { artistId } });
  for (const closure of closures) await insertClosure(transaction, { ...closure, artistId });
}
