import type { Transaction } from '../transaction.ts';
import { CLIENT_PACE, STAFF_PACE, sendAt } from './send-at.ts';

/** Namespace of the advisory locks, apart from those of other purposes. */
const PACE_LOCKS = 7_305;

/** As `mailboxOf` writes it. */
const MAILBOX = (address: string) => `lower(regexp_replace(${address}, '\\+[^@]*@', '@'))`;

/**
 * When a mail to this address goes, whatever it is about and whoever caused it (B10). Mails to one client take turns
 * until the transaction ends, or two at once would both find room; to the studio's own people the pace is wide, and
 * nobody waits for anybody.
 */
export async function paceOf(transaction: Transaction, recipient: string, now: Date): Promise<Date> {
  const [reader] = await transaction.query<{ mailbox: string; staff: boolean }>(
    `SELECT ${MAILBOX('$1::text')} AS mailbox,
       EXISTS (SELECT 1 FROM "user" WHERE lower(email) = lower($1)) AS staff`,
    [recipient],
  );
  const { mailbox, staff } = reader ?? { mailbox: recipient, staff: false };
  const pace = staff ? STAFF_PACE : CLIENT_PACE;
  if (!staff)
    await transaction.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [PACE_LOCKS, mailbox]);
  const taken = await transaction.query<{ at: Date }>(
    `SELECT due_at AS at FROM mail
     WHERE ${MAILBOX('recipient')} = $1 AND due_at > $2::timestamptz - interval '1 day' AND state <> 'DROPPED'
     ORDER BY due_at DESC LIMIT $3`,
    [mailbox, now, pace.day],
  );
  return sendAt(
    taken.map(({ at }) => at),
    now,
    pace,
  );
}
