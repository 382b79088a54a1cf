import type { Queryable } from '../database.ts';
import type { SpentProof } from '../generated/client.ts';
import type { Transaction } from '../transaction.ts';

/** @returns false when it was spent before; of two at once the second waits for the first. */
export async function spendProof(
  { prisma }: Transaction,
  { signature, expiresAt }: Readonly<SpentProof>,
): Promise<boolean> {
  const data = { signature, expiresAt };
  return (await prisma.spentProof.createMany({ data, skipDuplicates: true })).count > 0;
}

/** One that has expired is refused for that alone. */
export async function pruneProofs({ prisma }: Queryable, now: Date): Promise<void> {
  await prisma.spentProof.deleteMany({ where: { expiresAt: { lt: now } } });
}
