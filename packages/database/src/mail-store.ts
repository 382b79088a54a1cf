import type { Database } from './database.ts';
import type { Transaction } from './transaction.ts';

export interface MailRow {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  readonly state: 'WAITING' | 'SENT' | 'FAILED';
  readonly attempts: number;
  readonly failure: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  /** A calendar file that goes along. */
  readonly calendar: string | null;
  /** Sealed: what stands where the text has `{name}` on a line. */
  readonly links: string | null;
  /** Where an answer goes; null: to the sender. */
  readonly replyTo: string | null;
}

export interface NewMail {
  readonly id: string;
  /** The occasion: of one occasion there is one mail, however often it is asked for. */
  readonly once: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly calendar?: string | null;
  readonly links?: string | null;
  readonly replyTo?: string | null;
}

/** @returns false when there is a mail of this occasion already. */
export async function addMail(transaction: Transaction, mail: NewMail, now: Date): Promise<boolean> {
  const { id, once, recipient, subject, body, calendar = null, links = null, replyTo = null } = mail;
  const rows = await transaction.query(
    `INSERT INTO mail (id, once, recipient, subject, body, calendar, links, reply_to, next_try_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $9, $8, $8) ON CONFLICT (once) DO NOTHING RETURNING 1`,
    [id, once, recipient, subject, body, calendar, links, now, replyTo],
  );
  return rows.length > 0;
}

const COLUMNS = `id, recipient, subject, body, state, attempts, failure, created_at AS "createdAt", sent_at AS "sentAt",
  calendar, links, reply_to AS "replyTo"`;

/** Takes mails whose time has come; until `retryAt` nobody else does, also when this process dies over them. */
export async function claimMails(
  database: Database,
  { now, retryAt, limit }: { readonly now: Date; readonly retryAt: Date; readonly limit: number },
): Promise<readonly MailRow[]> {
  return database.query<MailRow>(
    `UPDATE mail SET attempts = attempts + 1, next_try_at = $2
     WHERE id IN (SELECT id FROM mail WHERE state = 'WAITING' AND next_try_at <= $1
                  ORDER BY next_try_at LIMIT $3 FOR UPDATE SKIP LOCKED)
     RETURNING ${COLUMNS}`,
    [now, retryAt, limit],
  );
}

export async function mailSent(database: Database, id: string, at: Date): Promise<void> {
  await database.query("UPDATE mail SET state = 'SENT', sent_at = $2, failure = NULL WHERE id = $1", [
    id,
    at,
  ]);
}

export async function mailFailed(
  database: Database,
  id: string,
  failed: { readonly why: string; readonly retryAt: Date | null },
): Promise<void> {
  await database.query(
    `UPDATE mail SET failure = $2, next_try_at = coalesce($3, next_try_at),
            state = CASE WHEN $3::timestamptz IS NULL THEN 'FAILED'::"MailState" ELSE state END
     WHERE id = $1`,
    [id, failed.why, failed.retryAt],
  );
}

/** Tries again what was given up. @returns false when there is no such mail, or it is not given up. */
export async function retryMail(database: Database, id: string, now: Date): Promise<boolean> {
  const rows = await database.query(
    `UPDATE mail SET state = 'WAITING', attempts = 0, next_try_at = $2 WHERE id = $1 AND state = 'FAILED' RETURNING 1`,
    [id, now],
  );
  return rows.length > 0;
}

export interface SealedLinks {
  readonly id: string;
  readonly links: string;
}

/** What lies sealed in the mails that are kept. */
export async function listSealedLinks(transaction: Transaction): Promise<readonly SealedLinks[]> {
  return transaction.query<SealedLinks>('SELECT id, links FROM mail WHERE links IS NOT NULL');
}

export async function updateSealedLinks(transaction: Transaction, { id, links }: SealedLinks): Promise<void> {
  await transaction.query('UPDATE mail SET links = $2 WHERE id = $1', [id, links]);
}

/** Newest first. */
export async function listMails(database: Database, limit: number): Promise<readonly MailRow[]> {
  return database.query<MailRow>(`SELECT ${COLUMNS} FROM mail ORDER BY created_at DESC, id LIMIT $1`, [
    limit,
  ]);
}

const KEPT_DAYS = 90;

export async function pruneMails(database: Database, now: Date): Promise<void> {
  await database.query(
    `DELETE FROM mail WHERE state = 'SENT' AND sent_at < $1::timestamptz - make_interval(days => $2)`,
    [now, KEPT_DAYS],
  );
}
