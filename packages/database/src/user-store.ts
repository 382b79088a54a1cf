import type { Database } from './database.ts';
import type { User } from './generated/client.ts';
import type { Role } from './generated/enums.ts';

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
    where: { role: 'ADMIN' },
    select: PUBLIC,
    orderBy: { createdAt: 'asc' },
  });
}

export async function listUsers(database: Database): Promise<readonly UserRow[]> {
  return database.prisma.user.findMany({ select: PUBLIC, orderBy: [{ role: 'asc' }, { name: 'asc' }] });
}

export interface NewUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
}

/** Adds a person who signs in by e-mail and password; false when the address is taken. */
export async function insertUser(database: Database, user: NewUser): Promise<boolean> {
  const { id, email, name, role, passwordHash } = user;
  // ON CONFLICT instead of a check beforehand: two admins may add the same person at once.
  return database.prisma.$transaction(async (prisma) => {
    const added = await prisma.user.createMany({
      data: [{ id, email, name, role, emailVerified: true }],
      skipDuplicates: true,
    });
    if (added.count === 0) return false;
    await prisma.credential.create({
      data: { id, accountId: id, providerId: 'credential', userId: id, password: passwordHash },
    });
    return true;
  });
}

export async function renameUser(database: Database, id: string, name: string): Promise<void> {
  await database.prisma.user.update({ where: { id }, data: { name } });
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
