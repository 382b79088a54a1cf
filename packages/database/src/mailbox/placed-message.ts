import type { Mailbox } from '@atelier/mail/address/mailbox';
import { known } from '../statement.ts';

/** What a list shows of the message `m` at the place `p`. */
export const PLACED = `p.id, p.uid, p.account_id AS "accountId", p.shown_in AS "folderId", m.id AS "messageRow",
    m.message_id AS "messageId", m.thread_id AS "threadId", m."from", m."to", m.subject, m.date, p.flags, p.seen, p.flagged,
    m.size, m.has_attachment AS "hasAttachment", m.has_invitation AS "hasInvitation", m.preview`;

export const placed = {
  id: 'uuid',
  uid: 'int8?',
  accountId: 'uuid',
  folderId: 'uuid?',
  messageRow: 'uuid',
  messageId: 'text?',
  threadId: 'uuid',
  from: known<readonly Mailbox[]>('jsonb'),
  to: known<readonly Mailbox[]>('jsonb'),
  subject: 'text',
  date: 'timestamptz',
  flags: 'text[]',
  seen: 'bool',
  flagged: 'bool',
  size: 'int4',
  hasAttachment: 'bool',
  hasInvitation: 'bool',
  preview: 'text',
} as const;
