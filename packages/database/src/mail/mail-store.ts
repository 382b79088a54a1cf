import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';
import { paceOf } from './mail-pace.ts';

/** Waits, was sent, was given up; waits for a person's word; is not needed any more. */
export type MailState = 'WAITING' | 'SENT' | 'FAILED' | 'HELD' | 'DROPPED';

/**
 * Why a mail is held: it is `old`, or there are too `many` to its address. Why it was dropped: what it speaks of is
 * `over`, a `later` mail says more, it was `answered` or is `gone`; or a `person` said so.
 */
export type MailReason = 'old' | 'many' | 'over' | 'later' | 'answered' | 'gone' | 'person';

export interface MailRow {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  readonly state: MailState;
  readonly attempts: number;
  readonly failure: string | null;
  readonly reason: MailReason | null;
  readonly createdAt: Date;
  /** Not before; later than `createdAt` where its address has had many. */
  readonly dueAt: Date;
  readonly sentAt: Date | null;
  /** A calendar file that goes along. */
  readonly calendar: string | null;
  /** Sealed: what stands where the text has `{name}` on a line. */
  readonly links: string | null;
  /** Where an answer goes; null: to the sender. */
  readonly replyTo: string | null;
}

/** What a mail speaks of, and how long it is true. */
export interface MailAbout {
  /** Of two to one reader in one thread, the later one says all that the earlier one said. */
  readonly thread: string | null;
  readonly bookingId?: string | null;
  readonly inquiryId?: string | null;
  /** The state in which the booking or inquiry has to be still; null: any. */
  readonly needsState?: string | null;
  /** Null: for ever. */
  readonly validUntil?: Date | null;
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
  readonly about?: MailAbout;
}

/** A mail that would have to wait for longer than this, for its address has had so many, waits for a person instead. */
const LONGEST_DELAY_MS = 48 * 3_600_000;

const ANYTHING: MailAbout = { thread: null };

/** @returns false when there is a mail of this occasion already. */
export async function addMail(transaction: Transaction, mail: NewMail, now: Date): Promise<boolean> {
  const { id, once, recipient, subject, body, calendar = null, links = null, replyTo = null } = mail;
  const { about = ANYTHING } = mail;
  const { thread, bookingId = null, inquiryId = null, needsState = null, validUntil = null } = about;
  const dueAt = await paceOf(transaction, recipient, now);
  const many = dueAt.getTime() - now.getTime() > LONGEST_DELAY_MS;
  const [state, reason] = many ? (['HELD', 'many'] as const) : (['WAITING', null] as const);
  const text = [recipient, subject, body, calendar, links, replyTo];
  const truth = [thread, bookingId, inquiryId, needsState, validUntil];
  const rows = await transaction.query(
    `INSERT INTO mail (id, once, state, reason, due_at, created_at, recipient, subject, body, calendar, links,
       reply_to, thread, booking_id, inquiry_id, needs_state, valid_until)
     VALUES ($1, $2, $3::text::"MailState", $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     ON CONFLICT (once) DO NOTHING RETURNING 1`,
    [id, once, state, reason, dueAt, now, ...text, ...truth],
  );
  if (rows.length > 0 && !many)
    transaction.enqueue('deliver-mail', { id }, { at: dueAt > now ? dueAt : null });
  return rows.length > 0;
}

/** Of the table `mail`, called `m`. */
export const MAIL_COLUMNS = `m.id, m.recipient, m.subject, m.body, m.state, m.attempts, m.failure, m.reason,
  m.created_at AS "createdAt", m.due_at AS "dueAt", m.sent_at AS "sentAt", m.calendar, m.links,
  m.reply_to AS "replyTo"`;

export async function mailSent(database: Database, id: string, at: Date): Promise<void> {
  await database.query("UPDATE mail SET state = 'SENT', sent_at = $2, failure = NULL WHERE id = $1", [
    id,
    at,
  ]);
}

export async function mailFailed(
  database: Database,
  id: string,
  failed: { readonly why: string; readonly givenUp: boolean },
): Promise<void> {
  await database.query(
    `UPDATE mail SET failure = $2, state = CASE WHEN $3 THEN 'FAILED'::"MailState" ELSE state END WHERE id = $1`,
    [id, failed.why, failed.givenUp],
  );
}

/** Tries again what was given up. @returns false when there is no such mail, or it is not given up. */
export async function retryMail(transaction: Transaction, id: string, now: Date): Promise<boolean> {
  const rows = await transaction.query(
    "UPDATE mail SET state = 'WAITING', attempts = 0, due_at = $2 WHERE id = $1 AND state = 'FAILED' RETURNING 1",
    [id, now],
  );
  if (rows.length > 0) transaction.enqueue('deliver-mail', { id });
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
  return database.query<MailRow>(
    `SELECT ${MAIL_COLUMNS} FROM mail m ORDER BY m.created_at DESC, m.id LIMIT $1`,
    [limit],
  );
}

const KEPT_DAYS = 90;

export async function pruneMails(database: Database, now: Date): Promise<void> {
  await database.query(
    `DELETE FROM mail WHERE state IN ('SENT', 'DROPPED')
       AND coalesce(sent_at, created_at) < $1::timestamptz - make_interval(days => $2)`,
    [now, KEPT_DAYS],
  );
}
