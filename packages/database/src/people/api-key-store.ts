import type { Bytes } from '../bytes.ts';
import type { Database } from '../database.ts';

export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly createdAt: Date;
  /** To the minute; null when it was never used. */
  readonly lastUsedAt: Date | null;
}

const COLUMNS = 'id, name, role, created_at AS "createdAt", last_used_at AS "lastUsedAt"';

export async function insertApiKey(
  { query }: Pick<Database, 'query'>,
  key: Omit<ApiKeyRow, 'lastUsedAt'> & { readonly keyHash: Bytes },
): Promise<void> {
  await query('INSERT INTO api_key (id, name, role, key_hash, created_at) VALUES ($1, $2, $3, $4, $5)', [
    key.id,
    key.name,
    key.role,
    key.keyHash,
    key.createdAt,
  ]);
}

export async function listApiKeys({ query }: Pick<Database, 'query'>): Promise<readonly ApiKeyRow[]> {
  return query<ApiKeyRow>(`SELECT ${COLUMNS} FROM api_key ORDER BY created_at, id`);
}

export async function deleteApiKey({ query }: Pick<Database, 'query'>, id: string): Promise<boolean> {
  return (await query('DELETE FROM api_key WHERE id = $1 RETURNING 1', [id])).length > 0;
}

/** Finds a key and notes that it was used; not more than once a minute, so that reading stays reading. */
export async function useApiKey(
  { query }: Pick<Database, 'query'>,
  keyHash: Bytes,
  now: Date,
): Promise<ApiKeyRow | null> {
  const [row] = await query<ApiKeyRow>(`SELECT ${COLUMNS} FROM api_key WHERE key_hash = $1`, [keyHash]);
  if (!row) return null;
  await query(
    `UPDATE api_key SET last_used_at = $2
     WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute')`,
    [row.id, now],
  );
  return row;
}
