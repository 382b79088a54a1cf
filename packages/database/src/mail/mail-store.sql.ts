import { statement } from '../statement.ts';

/** For a day after a backup was restored, what is said of older bookings and ideas may have been said before. */
const SAID_BEFORE = `EXISTS (SELECT 1 FROM setting s LEFT JOIN booking b ON b.id = $bookingId LEFT JOIN inquiry i ON i.id = $inquiryId
       WHERE s.key = 'set-back' AND $now < (s.value ->> 'at')::timestamptz + interval '24 hours'
         AND coalesce(b.created_at, i.created_at) < (s.value ->> 'at')::timestamptz)`;

/**
 * Of one occasion there is one mail. By hand, for a booking writes several: Prisma compiles its `createMany`, which alone
 * skips what is there, anew each time.
 */
export const addOnce = statement({
  text: `INSERT INTO mail (id, once, state, reason, due_at, created_at, recipient, subject, body, calendar, links,
       reply_to, thread, booking_id, inquiry_id, needs_state, valid_until)
     SELECT $id, $once, CASE WHEN said.before THEN 'HELD' ELSE $state::"MailState" END,
       CASE WHEN said.before THEN 'restored' ELSE $reason END, $dueAt, $now, $recipient, $subject, $body, $calendar, $links,
       $replyTo, $thread, $bookingId, $inquiryId, $needsState, $validUntil
     FROM (SELECT ${SAID_BEFORE} AS before) said
     ON CONFLICT (once) DO NOTHING RETURNING state`,
  params: {
    id: 'uuid',
    once: 'text',
    state: 'MailState',
    reason: 'text?',
    dueAt: 'timestamptz',
    now: 'timestamptz',
    recipient: 'text',
    subject: 'text',
    body: 'text',
    calendar: 'text?',
    links: 'text?',
    replyTo: 'text?',
    thread: 'text?',
    bookingId: 'uuid?',
    inquiryId: 'uuid?',
    needsState: 'text?',
    validUntil: 'timestamptz?',
  },
  row: { state: 'MailState' },
});
