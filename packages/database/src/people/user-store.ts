import type { Database } from '../database.ts';
import type { User } from '../generated/client.ts';

export type UserRow = Pick<User, 'id' | 'name' | 'email' | 'role' | 'language' | 'createdAt'>;

const PUBLIC = { id: true, name: true, email: true, role: true, language: true, createdAt: true } as const;

export async function findUserById(database: Database, id: string): Promise<UserRow | null> {
  return database.prisma.user.findUnique({ where: { id }, select: PUBLIC });
}

export async function findUserByEmail(database: Database, email: string): Promise<UserRow | null> {
  return database.prisma.user.findUnique({ where: { email: email.trim().toLowerCase() }, select: PUBLIC });
}

export async function findFirstAdmin(database: Database): Promise<UserRow | null> {
  return database.prisma.user.findFirst({
    where: { role: 'ADMIN', disabledAt: null },
    select: PUBLIC,
    orderBy: { createdAt: 'asc' },
  });
}

export async function listUsers(database: Database): Promise<readonly UserRow[]> {
  return database.prisma.user.findMany({ select: PUBLIC, orderBy: [{ role: 'asc' }, { name: 'asc' }] });
}

/** Of whoever signs in with this address; null when nobody does. */
export async function passwordHashFor(database: Database, email: string): Promise<string | null> {
  const credential = await database.prisma.credential.findFirst({
    where: { providerId: 'credential', user: { email: email.trim().toLowerCase() } },
    select: { password: true },
  });
  return credential?.password ?? null;
}

/** Whether they sign in no more. */
export async function isDisabled(database: Database, id: string): Promise<boolean> {
  const user = await database.prisma.user.findUnique({ where: { id }, select: { disabledAt: true } });
  return user === null || user.disabledAt !== null;
}

export async function countUsers(database: Database): Promise<number> {
  return database.prisma.user.count();
}

/** @param over also where there is one already */
export async function setUserLanguage(
  database: Database,
  id: string,
  language: string,
  { over }: { readonly over: boolean },
): Promise<void> {
  await database.query('UPDATE "user" SET language = $2 WHERE id = $1 AND ($3 OR language IS NULL)', [
    id,
    language,
    over,
  ]);
}
