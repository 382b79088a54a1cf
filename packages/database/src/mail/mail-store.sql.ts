import { statement } from '../statement.ts';

/**
 * Of one occasion there is one mail. By hand, for a booking writes several: Prisma compiles its `createMany`, which alone
 * skips what is there, anew each time.
 */
export const addOnce = statement({
  text: `INSERT INTO mail (id, once, state, reason, due_at, created_at, recipient, subject, body, calendar, links,
       reply_to, thread, booking_id, inquiry_id, needs_state, valid_until)
     VALUES ($id, $once, $state, $reason, $dueAt, $now, $recipient, $subject, $body, $calendar, $links,
       $replyTo, $thread, $bookingId, $inquiryId, $needsState, $validUntil)
     ON CONFLICT (once) DO NOTHING RETURNING id`,
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
  row: { id: 'uuid' },
});
