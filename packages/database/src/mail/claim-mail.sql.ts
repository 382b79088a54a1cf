import { statement } from '../statement.ts';

/** One that was never tried and has waited for so long is not sent without a person's word. */
const OLD = '24 hours';

/** Why the mail `m` is not needed any more; null: it is. `b` and `i` are the booking and the inquiry that it is about. */
const OVERTAKEN = `CASE
  WHEN m.valid_until <= $now::timestamptz THEN 'over'
  WHEN EXISTS (SELECT 1 FROM mail l WHERE l.thread = m.thread AND l.recipient = m.recipient
               AND l.created_at > m.created_at AND l.state <> 'DROPPED') THEN 'later'
  WHEN (m.booking_id IS NOT NULL AND b.id IS NULL) OR (m.inquiry_id IS NOT NULL AND i.id IS NULL) THEN 'gone'
  WHEN m.needs_state <> coalesce(b.state::text, i.state::text) THEN 'answered' END`;

const ABOUT = 'LEFT JOIN booking b ON b.id = m.booking_id LEFT JOIN inquiry i ON i.id = m.inquiry_id';

export const mailsDue = statement({
  text: `SELECT m.id FROM mail m ${ABOUT}
     WHERE m.state = 'WAITING' AND m.due_at <= $now AND ($overtakenOnly = false OR ${OVERTAKEN} IS NOT NULL)
     ORDER BY m.due_at`,
  params: { now: 'timestamptz', overtakenOnly: 'bool' },
  row: { id: 'uuid' },
});

/** What it finds is written down; the mail is to be sent where it waits still. */
export const judgeMail = statement({
  text: `WITH judged AS (
       SELECT m.id, coalesce(${OVERTAKEN},
         CASE WHEN $send::boolean AND m.attempts = 0 AND m.due_at < $now::timestamptz - interval '${OLD}' THEN 'old' END) AS reason
       FROM mail m ${ABOUT}
       WHERE m.id = $id AND m.state = 'WAITING' FOR UPDATE OF m)
     UPDATE mail AS m SET reason = j.reason,
       state = (CASE j.reason WHEN 'old' THEN 'HELD' ELSE CASE WHEN j.reason IS NULL THEN m.state::text ELSE 'DROPPED' END END)::"MailState",
       attempts = m.attempts + CASE WHEN j.reason IS NULL AND $send::boolean THEN 1 ELSE 0 END
     FROM judged j WHERE m.id = j.id
     RETURNING m.state`,
  params: { id: 'uuid', now: 'timestamptz', send: 'bool' },
  row: { state: 'MailState' },
});
