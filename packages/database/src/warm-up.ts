import type { Database } from './database.ts';
import { transact } from './transaction.ts';

/**
 * Prisma loads its compiler with its first statement, and holds the event loop for a tenth of a second: better while a
 * process starts than within somebody's transaction.
 */
export async function warmUp(database: Database): Promise<void> {
  await transact(database, ({ prisma }) => prisma.setting.findFirst({ select: { key: true } }));
}
