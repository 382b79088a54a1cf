import type { Opaque } from '@atelier/providers/json';
import type { ProviderKind } from '@atelier/providers/kinds';
import { type Failure, type Wait, waitUntil } from '../calendar/run-store.ts';
import type { Database, Queryable } from '../database.ts';
import { type Transaction, transact } from '../transaction.ts';

export interface ConnectionRow {
  readonly id: string;
  readonly ownerId: string;
  readonly kind: ProviderKind;
  readonly name: string;
  /** Where it is, as it was typed. */
  readonly address: string;
  /** The account's own id at the provider. */
  readonly accountId: string;
  /** How it is reached, for the provider to read. */
  readonly reach: Opaque;
  readonly username: string;
  /** Encrypted; only the runtime's secret box opens it. */
  readonly secret: string;
  /** What the server knows the account by: mail addresses without `mailto:`, paths and URNs as they are. */
  readonly addresses: readonly string[];
  /** When they were asked for; null when they never were. */
  readonly addressesAt: Date | null;
  readonly state: 'ACTIVE' | 'CREDENTIALS';
  readonly failures: number;
  readonly failureKind: string | null;
  readonly retryAt: Date | null;
  readonly demo: boolean;
}

const COLUMNS = `id, owner_id AS "ownerId", lower(kind::text) AS kind, name, server_url AS address, username, secret,
  coalesce(principal_url, home_urls[1], '') AS "accountId",
  jsonb_build_object('principal', principal_url, 'homes', home_urls) AS reach, addresses, addresses_at AS "addressesAt", state, failures, demo,
  failure_kind AS "failureKind", retry_at AS "retryAt"`;

export async function findConnection(source: Queryable, id: string): Promise<ConnectionRow | null> {
  const [row] = await source.query<ConnectionRow>(`SELECT ${COLUMNS} FROM connection WHERE id = $1`, [id]);
  return row ?? null;
}

export async function allConnections(source: Queryable): Promise<readonly ConnectionRow[]> {
  return source.query<ConnectionRow>(`SELECT ${COLUMNS} FROM connection ORDER BY created_at, id`);
}

export async function insertConnection(
  transaction: Transaction,
  row: Omit<ConnectionRow, 'accountId' | 'state' | 'failures' | 'failureKind' | 'retryAt'>,
): Promise<void> {
  await transaction.query(
    `INSERT INTO connection (id, owner_id, kind, name, server_url, username, secret, principal_url, home_urls, demo,
                             addresses, addresses_at)
     VALUES ($1, $2, upper($3)::"ConnectionKind", $4, $5, $6, $7, $8::jsonb ->> 'principal',
             ARRAY(SELECT jsonb_array_elements_text($8::jsonb -> 'homes')), $9, $10, $11)`,
    [
      row.id,
      row.ownerId,
      row.kind,
      row.name,
      row.address,
      row.username,
      row.secret,
      JSON.stringify(row.reach),
      row.demo,
      row.addresses,
      row.addressesAt,
    ],
  );
}

export async function updateAddresses(
  database: Database,
  id: string,
  addresses: readonly string[],
  at: Date,
): Promise<void> {
  await database.query('UPDATE connection SET addresses = $2, addresses_at = $3 WHERE id = $1', [
    id,
    addresses,
    at,
  ]);
}

export async function updateSecret(source: Queryable, id: string, secret: string): Promise<void> {
  await source.query('UPDATE connection SET secret = $2 WHERE id = $1', [id, secret]);
}

/** The connection that already serves this account for this user name, if any; a second one would show everything twice. */
export async function claimAccount(
  transaction: Transaction,
  { accountId, username }: Pick<ConnectionRow, 'accountId' | 'username'>,
): Promise<Pick<ConnectionRow, 'id' | 'name'> | null> {
  await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`connect:${username}`]);
  const [row] = await transaction.query<Pick<ConnectionRow, 'id' | 'name'>>(
    'SELECT id, name FROM connection WHERE username = $1 AND coalesce(principal_url, home_urls[1]) = $2 LIMIT 1',
    [username, accountId],
  );
  return row ?? null;
}

export interface ConnectionFailure extends Failure {
  /** The password was refused: nothing is asked again until somebody enters a new one (S9). */
  readonly stop: boolean;
  readonly wait: Wait;
  readonly at: Date;
}

export async function failConnection(
  database: Database,
  id: string,
  failure: ConnectionFailure,
): Promise<void> {
  await transact(database, async (transaction) => {
    const [before] = await transaction.query<{ message: string | null }>(
      'SELECT failure_message AS message FROM connection WHERE id = $1 FOR UPDATE',
      [id],
    );
    await transaction.query(
      `UPDATE connection SET state = CASE WHEN $2 THEN 'CREDENTIALS'::"ConnectionState" ELSE state END,
              failures = failures + CASE WHEN $8 THEN 1 ELSE 0 END,
              retry_at = CASE WHEN $2 THEN NULL ELSE ${waitUntil('retry_at', '$3', '$8', '$9')} END,
              failure_kind = $4, failure_message = $5, failure_hint = $6, broken_since = coalesce(broken_since, $7)
       WHERE id = $1`,
      [
        id,
        failure.stop,
        failure.wait.until,
        failure.kind,
        failure.message,
        failure.hint,
        failure.at,
        failure.wait.counts,
        failure.wait.told,
      ],
    );
    if (before?.message !== failure.message) transaction.announce({ topic: 'calendars', calendarId: null });
  });
}

export async function healConnection(database: Database, id: string, at: Date): Promise<void> {
  await transact(database, async (transaction) => {
    const [before] = await transaction.query<{ failed: boolean }>(
      'SELECT failure_kind IS NOT NULL AS failed FROM connection WHERE id = $1 FOR UPDATE',
      [id],
    );
    await transaction.query(
      `UPDATE connection SET state = 'ACTIVE', failures = 0, retry_at = NULL, failure_kind = NULL,
              failure_message = NULL, failure_hint = NULL, broken_since = NULL, last_polled_at = $2 WHERE id = $1`,
      [id, at],
    );
    if (before?.failed) transaction.announce({ topic: 'calendars', calendarId: null });
  });
}

/** With its calendars and all that is in them. */
export async function deleteConnection({ prisma }: Transaction, id: string): Promise<void> {
  await prisma.connection.deleteMany({ where: { id } });
}
