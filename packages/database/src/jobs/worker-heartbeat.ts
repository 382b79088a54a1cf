import type { Database } from '../database.ts';

const KEY = 'worker-heartbeat';
/** A worker beats every few seconds; after this long without one, none is there. */
const FRESH_MS = 30_000;

export async function beat({ prisma }: Database, now: Date): Promise<void> {
  const value = now.getTime();
  await prisma.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } });
}

export async function workerIsThere({ prisma }: Database, now: Date): Promise<boolean> {
  const row = await prisma.setting.findUnique({ where: { key: KEY } });
  return row !== null && now.getTime() - Number(row.value) < FRESH_MS;
}
