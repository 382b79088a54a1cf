import type { Queryable } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** What admins are told of a connection: that it stays broken, and that it works again. */
export type AlertOccasion = 'broken' | 'healed';

export interface AlertedConnection {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly owner: string;
  readonly since: Date;
  readonly message: string;
  readonly hint: string;
}

/** A connection that is broken for less long than this may mend itself; nobody is disturbed for it. */
const PATIENCE = '30 minutes';

/** Of the connection `k`, at the time `$1`. */
const DUE: Readonly<Record<AlertOccasion, string>> = {
  broken: `k.alerted_at IS NULL AND k.broken_since IS NOT NULL
    AND (k.state = 'CREDENTIALS' OR k.broken_since <= $1::timestamptz - interval '${PATIENCE}')
    AND EXISTS (SELECT 1 FROM source s WHERE s.connection_id = k.id AND s.enabled)`,
  healed: 'k.alerted_at IS NOT NULL AND k.broken_since IS NULL AND $1::timestamptz IS NOT NULL',
};

/** Those of which there is something to tell. */
export async function connectionsToAlert({ query }: Queryable, now: Date): Promise<readonly string[]> {
  const rows = await query<{ id: string }>(
    `SELECT k.id FROM connection k WHERE (${DUE.broken}) OR (${DUE.healed}) ORDER BY k.broken_since, k.id`,
    [now],
  );
  return rows.map(({ id }) => id);
}

/** Notes that it is told now. @returns null when it is not to be told, or when somebody else is just telling it. */
export async function takeAlert(
  transaction: Transaction,
  occasion: AlertOccasion,
  id: string,
  now: Date,
): Promise<AlertedConnection | null> {
  const [found] = await transaction.query<AlertedConnection>(
    `SELECT k.id, k.name, k.address AS host, u.name AS owner, coalesce(k.broken_since, k.alerted_at) AS since,
       coalesce(k.failure_message, '') AS message, coalesce(k.failure_hint, '') AS hint
     FROM connection k JOIN "user" u ON u.id = k.owner_id
     WHERE k.id = $2 AND ${DUE[occasion]} FOR UPDATE OF k SKIP LOCKED`,
    [now, id],
  );
  if (!found) return null;
  const at = occasion === 'broken' ? now : null;
  await transaction.query('UPDATE connection SET alerted_at = $2 WHERE id = $1', [id, at]);
  return found;
}
