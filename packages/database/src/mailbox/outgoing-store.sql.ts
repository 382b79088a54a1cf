import type { Mailbox } from '@atelier/mail/address/mailbox';
import type { RefusedRecipient } from '@atelier/mail/outgoing/outgoing-state';
import { known, statement } from '../statement.ts';

const OUTGOING = `SELECT o.id, o.account_id AS "accountId", o.author_id AS "authorId", u.name AS "authorName", o.state, o."to", o.cc,
    o.bcc, o.subject, o.text, o.original_id AS "originalId", o.answers, o.message_id AS "messageId", o.send_at AS "sendAt",
    o.attempts, o.refused, o.failure, o.sent_at AS "sentAt", o.created_at AS "createdAt", o.updated_at AS "updatedAt",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size)
       ORDER BY f.created_at, f.id), '[]') FROM outgoing_file f WHERE f.mail_id = o.id) AS files
  FROM outgoing_mail o LEFT JOIN "user" u ON u.id = o.author_id`;

const recipients = {
  to: known<readonly Mailbox[]>('jsonb'),
  cc: known<readonly Mailbox[]>('jsonb'),
  bcc: known<readonly Mailbox[]>('jsonb'),
} as const;

const outgoing = {
  id: 'uuid',
  accountId: 'uuid',
  authorId: 'text?',
  authorName: 'text?',
  state: 'OutgoingState',
  ...recipients,
  subject: 'text',
  text: 'text',
  originalId: 'uuid?',
  answers: known<'reply' | 'reply-all' | 'forward' | 'invitation' | null>('text?'),
  messageId: 'text?',
  sendAt: 'timestamptz?',
  attempts: 'int4',
  refused: known<readonly RefusedRecipient[]>('jsonb'),
  failure: 'text?',
  sentAt: 'timestamptz?',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
  files: known<readonly OutgoingFileHead[]>('jsonb'),
} as const;

interface OutgoingFileHead {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

export const byId = statement({
  text: `${OUTGOING} WHERE o.id = $id AND o.account_id = ANY ($accountIds)`,
  params: { id: 'uuid', accountIds: 'uuid[]' },
  row: outgoing,
});

/** Drafts, and whatever is not through or was within the last days. */
export const ofAccounts = statement({
  text: `${OUTGOING} WHERE o.account_id = ANY ($accountIds)
      AND (o.state IN ('DRAFT', 'QUEUED', 'SENDING', 'REFUSED', 'UNKNOWN') OR o.updated_at > $since)
    ORDER BY o.updated_at DESC, o.id LIMIT 200`,
  params: { accountIds: 'uuid[]', since: 'timestamptz' },
  row: outgoing,
});

/** Of these messages: who is writing an answer, so that two people do not answer one mail unknowingly (M8). */
export const answering = statement({
  text: `SELECT o.id, o.original_id AS "originalId", o.state, u.name AS "authorName", o.author_id AS "authorId", o.updated_at AS at
    FROM outgoing_mail o LEFT JOIN "user" u ON u.id = o.author_id
    WHERE o.original_id = ANY ($messageRows) AND o.answers IS DISTINCT FROM 'forward' ORDER BY o.updated_at DESC`,
  params: { messageRows: 'uuid[]' },
  row: {
    id: 'uuid',
    originalId: 'uuid!',
    state: 'OutgoingState',
    authorName: 'text?',
    authorId: 'text?',
    at: 'timestamptz',
  },
});

/** Of those who answer one message at the same moment, one is looked at after the other. */
export const lockOriginal = statement({
  text: 'SELECT m.id FROM mail_message m WHERE m.id = $id FOR NO KEY UPDATE',
  params: { id: 'uuid' },
  row: { id: 'uuid' },
});

export const saveDraft = statement({
  text: `INSERT INTO outgoing_mail (id, account_id, author_id, state, "to", cc, bcc, subject, text, original_id, answers,
      created_at, updated_at)
    VALUES ($id, $accountId, $authorId, 'DRAFT', $to, $cc, $bcc, $subject, $text, $originalId, $answers, $now, $now)
    ON CONFLICT (id) DO UPDATE SET account_id = EXCLUDED.account_id, "to" = EXCLUDED."to", cc = EXCLUDED.cc, bcc = EXCLUDED.bcc,
      subject = EXCLUDED.subject, text = EXCLUDED.text, updated_at = EXCLUDED.updated_at
      WHERE outgoing_mail.state = 'DRAFT' AND outgoing_mail.account_id = ANY ($accountIds)
    RETURNING id`,
  params: {
    id: 'uuid',
    accountId: 'uuid',
    accountIds: 'uuid[]',
    authorId: 'text?',
    ...recipients,
    subject: 'text',
    text: 'text',
    originalId: 'uuid?',
    answers: 'text?',
    now: 'timestamptz',
  },
  row: { id: 'uuid' },
});

/** Its bytes are fixed from here on (M3). */
export const queue = statement({
  text: `UPDATE outgoing_mail SET state = 'QUEUED', message_id = $messageId, source = $source, send_at = $sendAt, failure = NULL,
      refused = '[]', attempts = 0, updated_at = $now WHERE id = $id AND state = 'DRAFT' RETURNING id`,
  params: { id: 'uuid', messageId: 'text', source: 'bytea', sendAt: 'timestamptz', now: 'timestamptz' },
  row: { id: 'uuid' },
});

/** Taken back, or written anew: what was never handed over is a draft again, and gets other bytes. An answer to an invitation is none. */
export const takeBack = statement({
  text: `UPDATE outgoing_mail SET state = 'DRAFT', message_id = NULL, source = NULL, send_at = NULL, failure = NULL, updated_at = $now
    WHERE id = $id AND state = ANY ($states) AND answers IS DISTINCT FROM 'invitation' RETURNING id`,
  params: { id: 'uuid', states: 'OutgoingState[]', now: 'timestamptz' },
  row: { id: 'uuid' },
});

/** A person says of one that nobody knows of: send the same bytes again. */
export const sendAgain = statement({
  text: `UPDATE outgoing_mail SET state = 'QUEUED', send_at = $now, attempts = 0, failure = NULL, updated_at = $now
    WHERE id = $id AND state IN ('UNKNOWN', 'REFUSED') AND source IS NOT NULL RETURNING id`,
  params: { id: 'uuid', now: 'timestamptz' },
  row: { id: 'uuid' },
});

export const settle = statement({
  text: `UPDATE outgoing_mail SET state = 'FILED', failure = NULL, updated_at = $now WHERE id = $id AND state = 'UNKNOWN' RETURNING id`,
  params: { id: 'uuid', now: 'timestamptz' },
  row: { id: 'uuid' },
});

export const discard = statement({
  text: `DELETE FROM outgoing_mail WHERE id = $id AND state IN ('DRAFT', 'REFUSED') RETURNING id`,
  params: { id: 'uuid' },
  row: { id: 'uuid' },
});

/** Also those that a dead process left in the middle. */
export const due = statement({
  text: `SELECT id FROM outgoing_mail WHERE (state = 'QUEUED' AND send_at <= $now)
      OR (state = 'SENDING' AND updated_at < $dead) ORDER BY send_at`,
  params: { now: 'timestamptz', dead: 'timestamptz' },
  row: { id: 'uuid' },
});

export const abandon = statement({
  text: `UPDATE outgoing_mail SET state = 'UNKNOWN', failure = $failure, updated_at = $now
    WHERE id = $id AND state = 'SENDING' AND updated_at < $dead RETURNING id, account_id AS "accountId"`,
  params: { id: 'uuid', now: 'timestamptz', dead: 'timestamptz', failure: 'text' },
  row: { id: 'uuid', accountId: 'uuid' },
});

export const claim = statement({
  text: `UPDATE outgoing_mail SET state = 'SENDING', attempts = attempts + 1, updated_at = $now
    WHERE id = $id AND state = 'QUEUED' AND send_at <= $now
    RETURNING id, account_id AS "accountId", "to", cc, bcc, source, attempts`,
  params: { id: 'uuid', now: 'timestamptz' },
  row: {
    id: 'uuid',
    accountId: 'uuid',
    ...recipients,
    source: 'bytea?',
    attempts: 'int4',
  },
});

export const ended = statement({
  text: `UPDATE outgoing_mail SET state = $state::"OutgoingState", send_at = coalesce($sendAt, send_at), failure = $failure, refused = $refused,
      sent_at = CASE WHEN $state::"OutgoingState" = 'SENT' THEN $now::timestamptz ELSE sent_at END, updated_at = $now
    WHERE id = $id AND state = 'SENDING'`,
  params: {
    id: 'uuid',
    state: 'OutgoingState',
    sendAt: 'timestamptz?',
    failure: 'text?',
    refused: known<readonly RefusedRecipient[]>('jsonb'),
    now: 'timestamptz',
  },
  row: {},
});

/** To be filed, or to be looked for among what was sent. */
export const filing = statement({
  text: `SELECT id FROM outgoing_mail WHERE state = 'SENT' OR (state = 'UNKNOWN' AND updated_at > $since) ORDER BY updated_at`,
  params: { since: 'timestamptz' },
  row: { id: 'uuid' },
});

export const toFile = statement({
  text: `SELECT id, account_id AS "accountId", state, message_id AS "messageId", source, bcc, sent_at AS "sentAt",
      original_id AS "originalId", answers, filing_attempts AS "filingAttempts"
    FROM outgoing_mail WHERE id = $id AND state IN ('SENT', 'UNKNOWN')`,
  params: { id: 'uuid' },
  row: {
    id: 'uuid',
    accountId: 'uuid',
    state: 'OutgoingState',
    messageId: 'text?',
    source: 'bytea?',
    bcc: known<readonly Mailbox[]>('jsonb'),
    sentAt: 'timestamptz?',
    originalId: 'uuid?',
    answers: 'text?',
    filingAttempts: 'int4',
  },
});

/** The bytes lie at the server from now on. */
export const filed = statement({
  text: `UPDATE outgoing_mail SET state = 'FILED', source = NULL, updated_at = $now WHERE id = $id AND state IN ('SENT', 'UNKNOWN')`,
  params: { id: 'uuid', now: 'timestamptz' },
  row: {},
});

export const placesOfMessage = statement({
  text: 'SELECT id, account_id AS "accountId" FROM mail_placement WHERE message_id = $messageRow AND shown_in IS NOT NULL',
  params: { messageRow: 'uuid' },
  row: { id: 'uuid', accountId: 'uuid' },
});

export const addFile = statement({
  text: `INSERT INTO outgoing_file (id, mail_id, name, type, bytes, size, created_at)
    SELECT $id, o.id, $name, $type, $bytes, $size::int4, $now FROM outgoing_mail o
    WHERE o.id = $mailId AND o.state = 'DRAFT' AND o.account_id = ANY ($accountIds)
      AND $most >= $size::int4 + coalesce((SELECT sum(f.size) FROM outgoing_file f WHERE f.mail_id = o.id), 0) RETURNING id`,
  params: {
    id: 'uuid',
    mailId: 'uuid',
    accountIds: 'uuid[]',
    name: 'text',
    type: 'text',
    bytes: 'bytea',
    size: 'int4',
    most: 'int8',
    now: 'timestamptz',
  },
  row: { id: 'uuid' },
});

export const removeFile = statement({
  text: `DELETE FROM outgoing_file f USING outgoing_mail o
    WHERE f.id = $id AND o.id = f.mail_id AND o.state = 'DRAFT' AND o.account_id = ANY ($accountIds)
    RETURNING o.account_id AS "accountId"`,
  params: { id: 'uuid', accountIds: 'uuid[]' },
  row: { accountId: 'uuid' },
});

export const filesOf = statement({
  text: 'SELECT name, type, bytes FROM outgoing_file WHERE mail_id = $mailId ORDER BY created_at, id',
  params: { mailId: 'uuid' },
  row: { name: 'text', type: 'text', bytes: 'bytea' },
});
