import type { TakenGroups } from '@atelier/calendar/merge/take-groups';
import type { Database, Queryable } from '../database.ts';
import { type ConflictOutcome, Prisma } from '../generated/client.ts';
import type { RowOf } from '../statement.ts';
import { toJson } from '../stored-json.ts';
import type { Transaction } from '../transaction.ts';
import { conflictById, conflictsOf } from './conflict-store.sql.ts';

export type { ConflictKind, ConflictOutcome } from '../generated/client.ts';

/** A conflict as it is kept, and whether it is for everybody. */
export type KeptConflict = RowOf<typeof conflictById>;

/** Two sides changed the same thing; both versions are kept, also after it is settled. */
export type ConflictRow = Omit<KeptConflict, 'private' | 'taken'>;

export async function addConflict({ prisma }: Transaction, conflict: ConflictRow): Promise<void> {
  const { base, mine, theirs, groups, ...rest } = conflict;
  const sources = { baseSource: base, mineSource: mine, theirsSource: theirs };
  await prisma.conflict.create({ data: { ...rest, ...sources, groups: [...groups] }, select: { id: true } });
}

/** Newest first; settled ones only when asked for. */
export async function listConflicts(
  database: Database,
  asked: { readonly calendarIds: readonly string[]; readonly settled: boolean; readonly limit: number },
): Promise<readonly KeptConflict[]> {
  return database.query(conflictsOf, asked);
}

export async function findConflict({ query }: Queryable, id: string): Promise<KeptConflict | null> {
  const [row] = await query(conflictById, { id });
  return row ?? null;
}

export interface SettledConflict {
  readonly outcome: ConflictOutcome;
  /** With the outcome MIXED. */
  readonly taken?: TakenGroups | null;
  readonly by: string;
  readonly at: Date;
}

/** @returns false when somebody else has settled it in another way meanwhile. */
export async function settleConflict(
  { prisma }: Transaction,
  { id, settledAt }: Pick<ConflictRow, 'id' | 'settledAt'>,
  { outcome, taken = null, by, at }: SettledConflict,
): Promise<boolean> {
  const { count } = await prisma.conflict.updateMany({
    where: { id, settledAt },
    data: { outcome, taken: taken === null ? Prisma.DbNull : toJson(taken), settledBy: by, settledAt: at },
  });
  return count > 0;
}
