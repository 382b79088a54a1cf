import type { Queryable } from '../database.ts';
import type { RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import { brokenToTell, connectionsToTell, healedToTell } from './connection-alert.sql.ts';

/** What admins are told of a connection: that it stays broken, and that it works again. */
export type AlertOccasion = 'broken' | 'healed';

export type AlertedConnection = RowOf<typeof brokenToTell>;

/** Those of which there is something to tell. */
export async function connectionsToAlert({ query }: Queryable, now: Date): Promise<readonly string[]> {
  return (await query(connectionsToTell, { now })).map(({ id }) => id);
}

/** Notes that it is told now. @returns null when it is not to be told, or when somebody else is just telling it. */
export async function takeAlert(
  { prisma, query }: Transaction,
  occasion: AlertOccasion,
  id: string,
  now: Date,
): Promise<AlertedConnection | null> {
  const broken = occasion === 'broken';
  const [found] = await (broken ? query(brokenToTell, { id, now }) : query(healedToTell, { id }));
  if (!found) return null;
  await prisma.connection.updateMany({ where: { id }, data: { alertedAt: broken ? now : null } });
  return found;
}
