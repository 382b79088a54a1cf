import type { Queryable } from '../database.ts';
import type { MailState } from '../generated/client.ts';
import type { Transaction } from '../transaction.ts';
import { sendSoon } from './mail-store.ts';

export interface HeldMails {
  readonly count: number;
  /** When the oldest of them was written; null where there is none. */
  readonly since: Date | null;
}

/** What waits for a person's word. */
export async function heldMails({ prisma }: Queryable): Promise<HeldMails> {
  const { _count: count, _min: oldest } = await prisma.mail.aggregate({
    where: { state: 'HELD' },
    _count: true,
    _min: { createdAt: true },
  });
  return { count, since: oldest.createdAt };
}

/** @param ids null: all of them. */
function heldAmong(ids: readonly string[] | null) {
  return { state: 'HELD' as const, ...(ids && { id: { in: [...ids] } }) };
}

/**
 * They are to be sent after all, as if they had been written now.
 * @param ids null: all of them. @returns how many.
 */
export async function releaseMails(
  transaction: Transaction,
  ids: readonly string[] | null,
  now: Date,
): Promise<number> {
  const rows = await transaction.prisma.mail.updateManyAndReturn({
    where: heldAmong(ids),
    data: { state: 'WAITING', reason: null, attempts: 0, dueAt: now },
    select: { id: true },
  });
  const sent = rows.map(({ id }) => id);
  if (sent.length > 0) sendSoon(transaction, sent);
  return rows.length;
}

const UNSENT = ['HELD', 'FAILED'] satisfies MailState[];

/** They are not to be sent. @param ids null: all that are held; what no server took is named. @returns how many. */
export async function dropMails(transaction: Transaction, ids: readonly string[] | null): Promise<number> {
  const data = { state: 'DROPPED', reason: 'person' } as const;
  const where = ids === null ? heldAmong(null) : { state: { in: UNSENT }, id: { in: [...ids] } };
  const { count } = await transaction.prisma.mail.updateMany({ where, data });
  if (count > 0) transaction.announce({ topic: 'jobs' });
  return count;
}

/** What has not gone: waits for its time, or was given up. */
export async function countUnsent({
  prisma,
}: Queryable): Promise<Readonly<Record<'waiting' | 'failed', number>>> {
  const [waiting, failed] = await Promise.all([
    prisma.mail.count({ where: { state: 'WAITING' } }),
    prisma.mail.count({ where: { state: 'FAILED' } }),
  ]);
  return { waiting, failed };
}
