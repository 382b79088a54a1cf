import type { Database } from '../database.ts';
import type { Role } from '../generated/enums.ts';
import type { Transaction } from '../transaction.ts';
import type { PersonLinkKind } from './person-link-store.ts';

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: string | null;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  /** Whether they have chosen a password: who has none does not sign in yet. */
  readonly hasPassword: boolean;
  /** Until when the link that they were given opens; null when there is none. */
  readonly linkUntil: Date | null;
  readonly linkKind: PersonLinkKind | null;
}

/** What is somebody's, and has to stay when they go. */
export interface OwnedRow {
  readonly calendars: number;
  readonly connections: number;
  /** Profiles that they sign in as. */
  readonly artists: readonly string[];
}

const HAS_PASSWORD = 'EXISTS (SELECT 1 FROM credential c WHERE c.user_id = u.id AND c.password IS NOT NULL)';
const OWNED = `(SELECT count(*)::int FROM calendar c WHERE c.owner_id = u.id) AS calendars,
  (SELECT count(*)::int FROM connection c WHERE c.owner_id = u.id) AS connections,
  (SELECT coalesce(array_agg(a.name ORDER BY a.name), '{}') FROM artist a WHERE a.user_id = u.id) AS artists`;
const PERSON = `u.id, u.name, u.email, u.role, u.language, u.created_at AS "createdAt", u.disabled_at AS "disabledAt",
  ${HAS_PASSWORD} AS "hasPassword", (SELECT l.expires_at FROM person_link l WHERE l.user_id = u.id) AS "linkUntil",
  (SELECT l.kind FROM person_link l WHERE l.user_id = u.id) AS "linkKind"`;

export async function listPeople(database: Database): Promise<readonly (PersonRow & OwnedRow)[]> {
  return database.query<PersonRow & OwnedRow>(
    `SELECT ${PERSON}, ${OWNED} FROM "user" u ORDER BY u.disabled_at IS NOT NULL, u.role, u.name, u.id`,
  );
}

/** Admins who can sign in, locked: whoever wants to take one away waits until the last who did has committed. */
export async function lockAdmins(transaction: Transaction): Promise<readonly string[]> {
  await transaction.query(`SELECT 1 FROM "user" WHERE role = 'ADMIN' ORDER BY id FOR UPDATE`);
  const rows = await transaction.query<{ id: string }>(
    `SELECT u.id FROM "user" u WHERE u.role = 'ADMIN' AND u.disabled_at IS NULL AND ${HAS_PASSWORD}`,
  );
  return rows.map(({ id }) => id);
}

export async function lockPerson(transaction: Transaction, id: string): Promise<PersonRow | null> {
  await transaction.query('SELECT 1 FROM "user" WHERE id = $1 FOR UPDATE', [id]);
  const [row] = await transaction.query<PersonRow>(`SELECT ${PERSON} FROM "user" u WHERE u.id = $1`, [id]);
  return row ?? null;
}

export async function ownedBy(transaction: Transaction, id: string): Promise<OwnedRow> {
  const [row] = await transaction.query<OwnedRow>(`SELECT ${OWNED} FROM "user" u WHERE u.id = $1`, [id]);
  return row ?? { calendars: 0, connections: 0, artists: [] };
}

/** Somebody who has no password yet. @returns false when the address is taken. */
export async function insertPerson(
  transaction: Transaction,
  person: Pick<PersonRow, 'id' | 'name' | 'email' | 'role' | 'language'>,
  now: Date,
): Promise<boolean> {
  const { id, name, email, role, language } = person;
  const rows = await transaction.query(
    `INSERT INTO "user" (id, name, email, role, language, email_verified, created_at, updated_at)
     VALUES ($1, $2, $3, $4::"Role", $5, true, $6, $6) ON CONFLICT (email) DO NOTHING RETURNING 1`,
    [id, name, email, role, language, now],
  );
  return rows.length > 0;
}

export interface PersonPatch {
  readonly name?: string;
  readonly role?: Role;
  readonly language?: string;
  readonly disabledAt?: Date | null;
}

const COLUMNS = { name: 'name', role: 'role', language: 'language', disabledAt: 'disabled_at' } as const;

export async function patchPerson(
  transaction: Transaction,
  id: string,
  patch: PersonPatch,
  now: Date,
): Promise<void> {
  const fields = Object.entries(patch).filter(([, value]) => value !== undefined);
  const sets = fields.map(([name], n) => {
    const column = COLUMNS[name as keyof PersonPatch];
    return `${column} = $${n + 3}${column === 'role' ? '::"Role"' : ''}`;
  });
  await transaction.query(`UPDATE "user" SET updated_at = $2, ${sets.join(', ')} WHERE id = $1`, [
    id,
    now,
    ...fields.map(([, value]) => value),
  ]);
}

/** Every session, or every one but this; their sockets close on every server with the commit. */
export async function endSessions(
  transaction: Transaction,
  userId: string,
  but: string | null = null,
): Promise<void> {
  await transaction.query('DELETE FROM session WHERE user_id = $1 AND id IS DISTINCT FROM $2', [userId, but]);
}

export async function passwordHashOf(transaction: Transaction, userId: string): Promise<string | null> {
  const [row] = await transaction.query<{ password: string | null }>(
    `SELECT password FROM credential WHERE user_id = $1 AND provider_id = 'credential'`,
    [userId],
  );
  return row?.password ?? null;
}

/** The password that opens from now on; null: none does. */
export async function setPasswordHash(
  transaction: Transaction,
  userId: string,
  hash: string | null,
  now: Date,
): Promise<void> {
  await transaction.query(`DELETE FROM credential WHERE user_id = $1 AND provider_id = 'credential'`, [
    userId,
  ]);
  if (hash === null) return;
  await transaction.query(
    `INSERT INTO credential (id, account_id, provider_id, user_id, password, created_at, updated_at)
     VALUES ($1, $1, 'credential', $1, $2, $3, $3)`,
    [userId, hash, now],
  );
}

/** Everything that is somebody's becomes somebody else's. */
export async function handOver(transaction: Transaction, from: string, to: string): Promise<void> {
  for (const [table, column] of [
    ['calendar', 'owner_id'],
    ['connection', 'owner_id'],
    ['artist', 'user_id'],
  ])
    await transaction.query(`UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1`, [from, to]);
}

/** @throws when something is still theirs: the database keeps what has an owner. */
export async function deletePerson(transaction: Transaction, id: string): Promise<void> {
  await transaction.query('DELETE FROM "user" WHERE id = $1', [id]);
}
