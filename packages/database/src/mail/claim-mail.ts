import type { Database } from '../database.ts';
import type { Due } from '../jobs/each-due.ts';
import { dueAmong } from '../jobs/job-trouble-store.ts';
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

export interface DueMails extends Due {
  readonly now: Date;
  /** Just those that are not needed any more: where nothing can be sent. */
  readonly overtakenOnly: boolean;
}

/** Mails whose time has come. */
export async function dueMails(
  { query }: Pick<Database, 'query'>,
  { now, job, ids, limit, overtakenOnly }: DueMails,
): Promise<readonly Pick<MailRow, 'id'>[]> {
  return query<Pick<MailRow, 'id'>>(
    `SELECT m.id FROM mail m ${ABOUT}
     WHERE m.state = 'WAITING' AND m.next_try_at <= $1 AND ${dueAmong('m.id', '$2', '$3')}
       AND ($4 = false OR ${overtaken('$1::timestamptz')} IS NOT NULL)
     ORDER BY m.next_try_at LIMIT $5`,
    [now, job, ids, overtakenOnly, limit],
  );
}

export interface ClaimMail {
  readonly now: Date;
  /** Until then nobody else takes it, also when this process dies over it; null: it is only judged. */
  readonly retryAt: Date | null;
}

/**
 * Takes one mail to be sent, unless it is not needed any more, or is so old that a person has to be asked: then that is
 * written down instead.
 * @returns null when there is nothing to send, for whatever reason.
 */
export async function claimMail(
  { query }: Pick<Database, 'query'>,
  id: string,
  { now, retryAt }: ClaimMail,
): Promise<MailRow | null> {
  const [mail] = await query<MailRow>(
    `WITH judged AS (
       SELECT m.id, coalesce(${overtaken('$2::timestamptz')},
         CASE WHEN $3::timestamptz IS NOT NULL AND m.attempts = 0
                   AND m.due_at < $2::timestamptz - interval '${OLD}' THEN 'old' END) AS reason
       FROM mail m ${ABOUT}
       WHERE m.id = $1 AND m.state = 'WAITING' AND m.next_try_at <= $2 FOR UPDATE OF m SKIP LOCKED)
     UPDATE mail AS m SET reason = j.reason,
       state = (CASE j.reason WHEN 'old' THEN 'HELD' ELSE CASE WHEN j.reason IS NULL THEN m.state::text ELSE 'DROPPED' END END)::"MailState",
       attempts = m.attempts + CASE WHEN j.reason IS NULL AND $3::timestamptz IS NOT NULL THEN 1 ELSE 0 END,
       next_try_at = CASE WHEN j.reason IS NULL THEN coalesce($3, m.next_try_at) ELSE m.next_try_at END
     FROM judged j WHERE m.id = j.id
     RETURNING ${MAIL_COLUMNS}`,
    [id, now, retryAt],
  );
  return mail?.state === 'WAITING' && retryAt !== null ? mail : null;
}
