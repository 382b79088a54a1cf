import type { Queryable } from '../database.ts';
import type { Passkey, SecondFactor } from '../generated/client.ts';
import type { Transaction } from '../transaction.ts';

export type SecondFactorRow = Pick<SecondFactor, 'secret' | 'verified'>;
/** What its owner sees; never what it opens with. */
export type PasskeyRow = Pick<Passkey, 'id' | 'name' | 'createdAt'>;
/** Both encrypted. */
export type SealedFactor = Pick<SecondFactor, 'secret' | 'backupCodes'>;

/** Longer than any code counts, however far a clock is off. */
const REMEMBERED_MS = 10 * 60_000;

export async function findSecondFactor(
  { prisma }: Queryable,
  userId: string,
): Promise<SecondFactorRow | null> {
  return prisma.secondFactor.findUnique({ where: { userId }, select: { secret: true, verified: true } });
}

/** In place of one that was begun and never confirmed. @returns false when there is a confirmed one */
export async function beginSecondFactor(
  { prisma }: Transaction,
  { id, userId, ...sealed }: SealedFactor & { readonly id: string; readonly userId: string },
): Promise<boolean> {
  await prisma.secondFactor.deleteMany({ where: { userId, verified: false } });
  const data = { id, userId, verified: false, ...sealed };
  return (await prisma.secondFactor.createMany({ data, skipDuplicates: true })).count > 0;
}

/** From now on it is asked for. */
export async function confirmSecondFactor({ prisma }: Transaction, userId: string): Promise<void> {
  await prisma.secondFactor.updateMany({ where: { userId }, data: { verified: true } });
  await prisma.user.updateMany({ where: { id: userId }, data: { twoFactorEnabled: true } });
}

/** @returns whether it was asked for until now */
export async function dropSecondFactor({ prisma }: Transaction, userId: string): Promise<boolean> {
  await prisma.secondFactor.deleteMany({ where: { userId } });
  const asked = { id: userId, twoFactorEnabled: true };
  return (await prisma.user.updateMany({ where: asked, data: { twoFactorEnabled: false } })).count > 0;
}

/** @returns whether there is a confirmed second factor for them to stand beside */
export async function setRecoveryCodes(
  { prisma }: Transaction,
  userId: string,
  backupCodes: string,
): Promise<boolean> {
  const where = { userId, verified: true };
  return (await prisma.secondFactor.updateMany({ where, data: { backupCodes } })).count > 0;
}

/** @returns false when the code has opened something before */
export async function takeCode(
  { prisma }: Transaction,
  { userId, code, now }: { readonly userId: string; readonly code: string; readonly now: Date },
): Promise<boolean> {
  const before = new Date(now.getTime() - REMEMBERED_MS);
  await prisma.usedCode.deleteMany({ where: { userId, usedAt: { lt: before } } });
  const data = { userId, code, usedAt: now };
  return (await prisma.usedCode.createMany({ data, skipDuplicates: true })).count > 0;
}

/** All of them, to be encrypted anew. */
export async function listSealedFactors({
  prisma,
}: Transaction): Promise<readonly (SealedFactor & { readonly id: string })[]> {
  return prisma.secondFactor.findMany({ select: { id: true, secret: true, backupCodes: true } });
}

export async function resealFactor(
  { prisma }: Transaction,
  { id, ...sealed }: SealedFactor & { readonly id: string },
): Promise<void> {
  await prisma.secondFactor.updateMany({ where: { id }, data: sealed });
}

export async function listPasskeys({ prisma }: Queryable, userId: string): Promise<readonly PasskeyRow[]> {
  const select = { id: true, name: true, createdAt: true };
  return prisma.passkey.findMany({
    where: { userId },
    select,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

/** @returns false when it is not there, or somebody else's */
export async function renamePasskey(
  { prisma }: Transaction,
  { id, userId, name }: { readonly id: string; readonly userId: string; readonly name: string },
): Promise<boolean> {
  return (await prisma.passkey.updateMany({ where: { id, userId }, data: { name } })).count > 0;
}

/** @returns false when it is not there, or somebody else's */
export async function removePasskey({ prisma }: Transaction, userId: string, id: string): Promise<boolean> {
  return (await prisma.passkey.deleteMany({ where: { id, userId } })).count > 0;
}

/** @returns how many there were */
export async function dropPasskeys({ prisma }: Transaction, userId: string): Promise<number> {
  return (await prisma.passkey.deleteMany({ where: { userId } })).count;
}
