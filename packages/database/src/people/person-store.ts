import type { Database } from '../database.ts';
import type { Role, User } from '../generated/client.ts';
import type { RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import {
  adminsToLock,
  endOtherSessions,
  everybody,
  ownedById,
  personById,
  personToLock,
} from './person-store.sql.ts';

export type PersonRow = RowOf<typeof personById>;
/** What is somebody's, and has to stay when they go. */
export type OwnedRow = RowOf<typeof ownedById>;

export async function listPeople(database: Database): Promise<readonly (PersonRow & OwnedRow)[]> {
  return database.query(everybody);
}

/** Admins who can sign in, locked: whoever wants to take one away waits until the last who did has committed. */
export async function lockAdmins({ prisma, query }: Transaction): Promise<readonly string[]> {
  await query(adminsToLock);
  const rows = await prisma.user.findMany({
    where: { role: 'ADMIN', disabledAt: null, credentials: { some: { password: { not: null } } } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export async function lockPerson(transaction: Transaction, id: string): Promise<PersonRow | null> {
  await transaction.query(personToLock, { id });
  const [row] = await transaction.query(personById, { id });
  return row ?? null;
}

export async function ownedBy(transaction: Transaction, id: string): Promise<OwnedRow> {
  const [row] = await transaction.query(ownedById, { id });
  return row ?? { calendars: 0, connections: 0, artists: [] };
}

/** Somebody who has no password yet. @returns false when the address is taken. */
export async function insertPerson(
  { prisma }: Transaction,
  person: Pick<User, 'id' | 'name' | 'email' | 'role' | 'language'>,
  now: Date,
): Promise<boolean> {
  const { count } = await prisma.user.createMany({
    data: { ...person, emailVerified: true, createdAt: now, updatedAt: now },
    skipDuplicates: true,
  });
  return count > 0;
}

export interface PersonPatch {
  readonly name?: string;
  readonly role?: Role;
  readonly language?: string;
  readonly disabledAt?: Date | null;
}

export async function patchPerson(
  { prisma }: Transaction,
  id: string,
  patch: PersonPatch,
  now: Date,
): Promise<void> {
  await prisma.user.updateMany({ where: { id }, data: { ...patch, updatedAt: now } });
}

/**
 * Every session, or every one but this; their sockets close on every server with the commit. Browsers that were trusted
 * are so no more, and whoever stands between password and second factor begins again.
 */
export async function endSessions(
  transaction: Transaction,
  userId: string,
  but: string | null = null,
): Promise<void> {
  await transaction.prisma.verification.deleteMany({ where: { value: userId } });
  await transaction.query(endOtherSessions, { userId, but });
}

/** How the auth library calls signing in by password. */
const BY_PASSWORD = 'credential';

export async function passwordHashOf({ prisma }: Transaction, userId: string): Promise<string | null> {
  const row = await prisma.credential.findFirst({
    where: { userId, providerId: BY_PASSWORD },
    select: { password: true },
  });
  return row?.password ?? null;
}

/** The password that opens from now on; null: none does. */
export async function setPasswordHash(
  { prisma }: Transaction,
  userId: string,
  hash: string | null,
  now: Date,
): Promise<void> {
  await prisma.credential.deleteMany({ where: { userId, providerId: BY_PASSWORD } });
  if (hash === null) return;
  const ids = { id: userId, accountId: userId, providerId: BY_PASSWORD, userId };
  const data = { ...ids, password: hash, createdAt: now, updatedAt: now };
  await prisma.credential.create({ data, select: { id: true } });
}

/**
 * Everything that is somebody's becomes somebody else's, but for their private calendar, and for mailboxes that nobody else
 * reads.
 */
export async function handOver({ prisma }: Transaction, from: string, to: string): Promise<void> {
  await prisma.calendar.updateMany({ where: { ownerId: from, private: false }, data: { ownerId: to } });
  await prisma.connection.updateMany({ where: { ownerId: from }, data: { ownerId: to } });
  await prisma.artist.updateMany({ where: { userId: from }, data: { userId: to } });
  await prisma.mailAccount.updateMany({
    where: { ownerId: from, readers: { some: {} } },
    data: { ownerId: to },
  });
  await prisma.accountCredential.updateMany({ where: { ownerId: from }, data: { ownerId: to } });
}

/** With their private calendar and mailboxes. @throws when something else is still theirs: the database keeps what has an owner. */
export async function deletePerson({ prisma }: Transaction, id: string): Promise<void> {
  await prisma.calendar.deleteMany({ where: { ownerId: id, private: true } });
  await prisma.mailAccount.deleteMany({ where: { ownerId: id } });
  await prisma.accountCredential.deleteMany({
    where: { connections: { none: {} }, mailAccounts: { none: {} } },
  });
  await prisma.user.deleteMany({ where: { id } });
}
