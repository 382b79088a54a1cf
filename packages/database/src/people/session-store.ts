import type { Queryable } from '../database.ts';
import type { Session } from '../generated/client.ts';
import type { Transaction } from '../transaction.ts';

export type SessionRow = Pick<Session, 'id' | 'userAgent' | 'ipAddress' | 'createdAt' | 'updatedAt'>;

/** Those that still open something, last seen first; never what opens them. */
export async function listSessions(
  { prisma }: Queryable,
  userId: string,
  now: Date,
): Promise<readonly SessionRow[]> {
  return prisma.session.findMany({
    where: { userId, expiresAt: { gt: now } },
    select: { id: true, userAgent: true, ipAddress: true, createdAt: true, updatedAt: true },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: 100,
  });
}

/** Its sockets close on every server with the commit. @returns false when it is not there, or somebody else's. */
export async function endOneSession({ prisma }: Transaction, userId: string, id: string): Promise<boolean> {
  return (await prisma.session.deleteMany({ where: { id, userId } })).count > 0;
}
