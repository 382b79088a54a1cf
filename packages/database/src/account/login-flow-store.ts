import type { Queryable } from '../database.ts';
import type { LoginFlow } from '../generated/client.ts';

/** Somebody on the sign-in page of their Nextcloud; `secret` is sealed for the id. */
export type LoginFlowRow = LoginFlow;

/** Those that were begun before `since` go. */
export async function insertLoginFlow(
  { prisma }: Queryable,
  flow: Pick<LoginFlow, 'id' | 'userId' | 'connectionId' | 'secret' | 'createdAt'>,
  since: Date,
): Promise<void> {
  await prisma.loginFlow.deleteMany({ where: { createdAt: { lt: since } } });
  await prisma.loginFlow.create({ data: flow, select: { id: true } });
}

export async function findLoginFlow(
  { prisma }: Queryable,
  { id, userId, since }: { readonly id: string; readonly userId: string; readonly since: Date },
): Promise<LoginFlowRow | null> {
  return prisma.loginFlow.findFirst({ where: { id, userId, createdAt: { gte: since } } });
}

/** @returns whether it is our turn to ask: nobody has since `before`, and nothing was granted yet. */
export async function claimAsking(
  { prisma }: Queryable,
  { id, before, now }: { readonly id: string; readonly before: Date; readonly now: Date },
): Promise<boolean> {
  const { count } = await prisma.loginFlow.updateMany({
    where: { id, grantedAt: null, OR: [{ askedAt: null }, { askedAt: { lte: before } }] },
    data: { askedAt: now },
  });
  return count > 0;
}

/** @returns false when it was cancelled meanwhile. */
export async function keepGranted(
  { prisma }: Queryable,
  { id, secret, now }: { readonly id: string; readonly secret: string; readonly now: Date },
): Promise<boolean> {
  const { count } = await prisma.loginFlow.updateMany({ where: { id }, data: { secret, grantedAt: now } });
  return count > 0;
}

/** The account goes on; its password is where it belongs, and no longer here. */
export async function settleRenewed(
  { prisma }: Queryable,
  { id, secret, now }: { readonly id: string; readonly secret: string; readonly now: Date },
): Promise<void> {
  await prisma.loginFlow.updateMany({ where: { id }, data: { secret, renewedAt: now } });
}

/** @returns whether it was there: of several who end it, one alone deals with what it holds. */
export async function deleteLoginFlow({ prisma }: Queryable, id: string): Promise<boolean> {
  return (await prisma.loginFlow.deleteMany({ where: { id } })).count > 0;
}
