import type pg from 'pg';
import { PrismaClient } from '../generated/client.ts';
import { JoiningAdapter } from './joining-adapter.ts';

/** Prisma ends a transaction after a time of its own; ours end with the work, or with the connection. */
const NEVER_MS = 2 ** 31 - 1;

/** Prisma on a pool that it shares with plain SQL. */
export function openPrisma(pool: pg.Pool): PrismaClient {
  return new PrismaClient({
    adapter: new JoiningAdapter(pool),
    errorFormat: 'minimal',
    transactionOptions: { timeout: NEVER_MS, maxWait: NEVER_MS },
  });
}
