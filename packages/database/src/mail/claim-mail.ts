import type { Queryable } from '../database.ts';
import { MAIL_COLUMNS, type MailRow } from './mail-store.ts';

/** One that was never tried and has waited for so long is not sent without a person's word. */
const OLD = '24 hours';

/**
 * Why the mail `m` is not needed any more; null: it is. `b` and `i` are the booking and the inquiry that it is about, and
 * `$now` the present.
 */
const overtaken = (now: string) => `CASE
  WHEN m.valid_until <= ${now} THEN 'over'
  WHEN EXISTS (SELECT 1 FROM mail l WHERE l.thread = m.thread AND l.recipient = m.recipient
               AND l.created_at > m.created_at AND l.state <> 'DROPPED') THEN 'later'
  WHEN (m.booking_id IS NOT NULL AND b.id IS NULL) OR (m.inquiry_id IS NOT NULL AND i.id IS NULL) THEN 'gone'
  WHEN m.needs_state <> coalesce(b.state::text, i.state::text) THEN 'answered' END`;

const ABOUT = 'LEFT JOIN booking b ON b.id = m.booking_id LEFT JOIN inquiry i ON i.id = m.inquiry_id';

export interface DueMails {
  readonly now: Date;
  /** Just those that are not needed any more: where nothing can be sent. */
  readonly overtakenOnly: boolean;
}

/** Mails whose time has come. */
export async function dueMails(
  { query }: Queryable,
  { now, overtakenOnly }: DueMails,
): Promise<readonly string[]> {
  const rows = await query<Pick<MailRow, 'id'>>(
    `SELECT m.id FROM mail m ${ABOUT}
     WHERE m.state = 'WAITING' AND m.due_at <= $1
       AND ($2 = false OR ${overtaken('$1::timestamptz')} IS NOT NULL)
     ORDER BY m.due_at`,
    [now, overtakenOnly],
  );
  return rows.map(({ id }) => id);
}

export interface ClaimMail {
  readonly now: Date;
  /** False where nothing can be sent: it is only judged then. */
  readonly send: boolean;
}

/**
 * Takes one mail to be sent, unless it is not needed any more, or is so old that a person has to be asked: then that is
 * written down instead.
 * @returns null when there is nothing to send, for whatever reason.
 */
export async function claimMail(
  { query }: Queryable,
  id: string,
  { now, send }: ClaimMail,
): Promise<MailRow | null> {
  const [mail] = await query<MailRow>(
    `WITH judged AS (
       SELECT m.id, coalesce(${overtaken('$2::timestamptz')},
         CASE WHEN $3::boolean AND m.attempts = 0 AND m.due_at < $2::timestamptz - interval '${OLD}' THEN 'old' END) AS reason
       FROM mail m ${ABOUT}
       WHERE m.id = $1 AND m.state = 'WAITING' FOR UPDATE OF m)
     UPDATE mail AS m SET reason = j.reason,
       state = (CASE j.reason WHEN 'old' THEN 'HELD' ELSE CASE WHEN j.reason IS NULL THEN m.state::text ELSE 'DROPPED' END END)::"MailState",
       attempts = m.attempts + CASE WHEN j.reason IS NULL AND $3::boolean THEN 1 ELSE 0 END
     FROM judged j WHERE m.id = j.id
     RETURNING ${MAIL_COLUMNS}`,
    [id, now, send],
  );
  return mail?.state === 'WAITING' && send ? mail : null;
}
