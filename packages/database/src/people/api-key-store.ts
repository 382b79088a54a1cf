import type { Bytes } from '../bytes.ts';
import type { Queryable } from '../database.ts';
import type { ApiKey } from '../generated/client.ts';

/** `lastUsedAt` is to the minute; null when it was never used. */
export type ApiKeyRow = Omit<ApiKey, 'keyHash'>;

const SHOWN = { omit: { keyHash: true } } as const;

export async function insertApiKey(
  { prisma }: Queryable,
  key: Omit<ApiKeyRow, 'lastUsedAt'> & { readonly keyHash: Bytes },
): Promise<void> {
  await prisma.apiKey.create({ data: key, select: { id: true } });
}

export async function listApiKeys({ prisma }: Queryable): Promise<readonly ApiKeyRow[]> {
  return prisma.apiKey.findMany({ ...SHOWN, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
}

export async function deleteApiKey({ prisma }: Queryable, id: string): Promise<boolean> {
  return (await prisma.apiKey.deleteMany({ where: { id } })).count > 0;
}

const NOTED_EVERY_MS = 60_000;

/** Finds a key and notes that it was used; not more than once a minute, so that reading stays reading. */
export async function useApiKey({ prisma }: Queryable, keyHash: Bytes, now: Date): Promise<ApiKeyRow | null> {
  const row = await prisma.apiKey.findUnique({ where: { keyHash }, ...SHOWN });
  if (!row) return null;
  const before = new Date(now.getTime() - NOTED_EVERY_MS);
  await prisma.apiKey.updateMany({
    where: { id: row.id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: before } }] },
    data: { lastUsedAt: now },
  });
  return row;
}
