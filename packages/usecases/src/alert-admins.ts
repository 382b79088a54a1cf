import { addMail } from '@atelier/database/mail-store';
import { type Transaction, transact } from '@atelier/database/transaction';
import { type AlertWords, alertWords } from './alert-words.ts';
import type { Context } from './context.ts';
import { readStudio } from './studio/read-studio.ts';

export type AlertContext = Pick<Context, 'database' | 'clock' | 'newId' | 'given'>;

/** A connection that is broken for less long than this may mend itself; nobody is disturbed for it. */
const PATIENCE = '30 minutes';

interface Affected {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly owner: string;
  readonly since: Date;
  readonly message: string;
  readonly hint: string;
}

/**
 * Tells every admin once that a connection stays broken, and once that it works again. A refused password is told at
 * once, for nothing is tried until somebody acts.
 */
export async function alertAdmins(context: AlertContext): Promise<void> {
  await transact(context.database, async (transaction) => {
    const now = context.clock();
    for (const broken of await newlyBroken(transaction, now))
      await mailAll(context, transaction, 'broken', broken);
    for (const healed of await newlyHealed(transaction))
      await mailAll(context, transaction, 'healed', healed);
  });
}

const FACTS = `k.id, k.name, k.server_url AS host, u.name AS owner`;

async function newlyBroken(transaction: Transaction, now: Date): Promise<readonly Affected[]> {
  return transaction.query<Affected>(
    `UPDATE connection SET alerted_at = $1
     FROM (SELECT ${FACTS}, k.broken_since AS since, coalesce(k.failure_message, '') AS message,
                  coalesce(k.failure_hint, '') AS hint
           FROM connection k JOIN "user" u ON u.id = k.owner_id
           WHERE k.alerted_at IS NULL AND k.broken_since IS NOT NULL
             AND (k.state = 'CREDENTIALS' OR k.broken_since <= $1::timestamptz - interval '${PATIENCE}')
             AND EXISTS (SELECT 1 FROM calendar c WHERE c.connection_id = k.id AND c.enabled)
           FOR UPDATE OF k SKIP LOCKED) AS found
     WHERE connection.id = found.id
     RETURNING found.id, found.name, found.host, found.owner, found.since, found.message, found.hint`,
    [now],
  );
}

async function newlyHealed(transaction: Transaction): Promise<readonly Affected[]> {
  return transaction.query<Affected>(
    `UPDATE connection SET alerted_at = NULL
     FROM (SELECT ${FACTS}, k.alerted_at AS since, '' AS message, '' AS hint
           FROM connection k JOIN "user" u ON u.id = k.owner_id
           WHERE k.alerted_at IS NOT NULL AND k.broken_since IS NULL FOR UPDATE OF k SKIP LOCKED) AS found
     WHERE connection.id = found.id
     RETURNING found.id, found.name, found.host, found.owner, found.since, found.message, found.hint`,
  );
}

async function mailAll(
  context: AlertContext,
  transaction: Transaction,
  occasion: 'broken' | 'healed',
  connection: Affected,
): Promise<void> {
  const { clock, newId } = context;
  const { zone, url, language: ours } = await readStudio(transaction, context);
  const admins = await transaction.query<{ id: string; email: string; language: string | null }>(
    `SELECT id, email, language FROM "user" WHERE role = 'ADMIN' ORDER BY id`,
  );
  for (const { id, email, language } of admins) {
    const words: AlertWords = { ...connection, host: hostOf(connection.host), zone, url };
    const { subject, body } = alertWords(occasion, language ?? ours, words);
    const once = `${occasion}:${connection.id}:${connection.since.toISOString()}:${id}`;
    await addMail(transaction, { id: newId(), once, recipient: email, subject, body }, clock());
  }
}

/** The address may hold a path with a user's name; the host is enough. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
