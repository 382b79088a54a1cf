import type { Queryable } from '../database.ts';
import type { User } from '../generated/client.ts';

export type UserRow = Pick<User, 'id' | 'name' | 'email' | 'role' | 'language' | 'createdAt'>;

const PUBLIC = { id: true, name: true, email: true, role: true, language: true, createdAt: true } as const;

export async function findUserById({ prisma }: Queryable, id: string): Promise<UserRow | null> {
  return prisma.user.findUnique({ where: { id }, select: PUBLIC });
}

export async function findUserByEmail({ prisma }: Queryable, email: string): Promise<UserRow | null> {
  return prisma.user.findUnique({ where: { email: email.trim().toLowerCase() }, select: PUBLIC });
}

export async function findFirstAdmin({ prisma }: Queryable): Promise<UserRow | null> {
  return prisma.user.findFirst({
    where: { role: 'ADMIN', disabledAt: null },
    select: PUBLIC,
    orderBy: { createdAt: 'asc' },
  });
}

export async function listUsers({ prisma }: Queryable): Promise<readonly UserRow[]> {
  return prisma.user.findMany({ select: PUBLIC, orderBy: [{ role: 'asc' }, { name: 'asc' }] });
}

/** Who signs in, by name. */
export async function listActive({ prisma }: Queryable): Promise<readonly Pick<UserRow, 'id' | 'name'>[]> {
  return prisma.user.findMany({
    where: { disabledAt: null },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
}

/** Of whoever signs in with this address; null when nobody does. */
export async function passwordHashFor({ prisma }: Queryable, email: string): Promise<string | null> {
  const credential = await prisma.credential.findFirst({
    where: { providerId: 'credential', user: { email: email.trim().toLowerCase() } },
    select: { password: true },
  });
  return credential?.password ?? null;
}

/** Whether they sign in no more. */
export async function isDisabled({ prisma }: Queryable, id: string): Promise<boolean> {
  const user = await prisma.user.findUnique({ where: { id }, select: { disabledAt: true } });
  return user === null || user.disabledAt !== null;
}

export async function countUsers({ prisma }: Queryable): Promise<number> {
  return prisma.user.count();
}

/** @param over also where there is one already @returns whether it is another now */
export async function setUserLanguage(
  { prisma }: Queryable,
  id: string,
  language: string,
  { over }: { readonly over: boolean },
): Promise<boolean> {
  const none = { language: null };
  const where = over ? { id, OR: [none, { language: { not: language } }] } : { id, ...none };
  return (await prisma.user.updateMany({ where, data: { language } })).count > 0;
}
