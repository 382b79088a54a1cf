import { known, statement } from '../statement.ts';
import type { StoredMessage, StoredPlacement } from './stored-message.ts';

export const byIdentity = statement({
  text: `SELECT id, identity, thread_id AS "threadId" FROM mail_message
    WHERE account_id = $accountId AND identity = ANY ($identities)`,
  params: { accountId: 'uuid', identities: 'text[]' },
  row: { id: 'uuid', identity: 'text', threadId: 'uuid' },
});

const KIN = `SELECT m.thread_id AS "threadId", m.message_id AS "messageId", m."references", m.base_subject AS "baseSubject",
    m.people, m.date FROM mail_message m`;
const kin = {
  threadId: 'uuid',
  messageId: 'text?',
  references: 'text[]',
  baseSubject: 'text',
  people: 'text[]',
  date: 'timestamptz',
} as const;

/** What these answer, and what answers them. */
export const kinByIds = statement({
  text: `${KIN} WHERE m.account_id = $accountId AND m.message_id = ANY ($ids)
    UNION ALL ${KIN} WHERE m.account_id = $accountId AND m."references" && $ids::text[]`,
  params: { accountId: 'uuid', ids: 'text[]' },
  row: { ...kin, references: 'text[]', threadId: 'uuid' },
});

export const kinBySubject = statement({
  text: `${KIN} WHERE m.account_id = $accountId AND m.base_subject = ANY ($subjects) AND m.date BETWEEN $from AND $to LIMIT 500`,
  params: { accountId: 'uuid', subjects: 'text[]', from: 'timestamptz', to: 'timestamptz' },
  row: kin,
});

export const mergeThreads = statement({
  text: 'UPDATE mail_message SET thread_id = $into WHERE account_id = $accountId AND thread_id = ANY ($threads)',
  params: { accountId: 'uuid', threads: 'uuid[]', into: 'uuid' },
  row: {},
});

/** Subject before people before what it says. */
const SEARCH = (
  subject: string,
  people: string,
  text: string,
) => `setweight(to_tsvector('simple', ${subject}), 'A')
  || setweight(to_tsvector('simple', ${people}), 'B') || setweight(to_tsvector('simple', ${text}), 'C')`;

export const insertMessages = statement({
  text: `INSERT INTO mail_message (id, account_id, identity, message_id, "references", thread_id, subject, base_subject, "from",
      reply_to, "to", cc, people, senders, receivers, date, size, has_attachment, has_invitation, search)
    SELECT m.id, $accountId::uuid, m.identity, m."messageId", m."references", m."threadId", m.subject, m."baseSubject", m."from", m."replyTo",
      m."to", m.cc, m.people, m.senders, m.receivers, m.date, m.size, m."hasAttachment", m."hasInvitation",
      ${SEARCH('m."foldedSubject"', 'm."foldedPeople"', "''")}
    FROM jsonb_to_recordset($messages) AS m(id uuid, identity text, "messageId" text, "references" text[], "threadId" uuid,
      subject text, "baseSubject" text, "from" jsonb, "replyTo" jsonb, "to" jsonb, cc jsonb, people text[], senders text, receivers text, date timestamptz,
      size int, "hasAttachment" bool, "hasInvitation" bool, "foldedSubject" text, "foldedPeople" text)
    ON CONFLICT (account_id, identity) DO NOTHING`,
  params: { accountId: 'uuid', messages: known<readonly StoredMessage[]>('jsonb') },
  row: {},
});

/** One that was moved here without a word of its UID is the one that is found here now. */
export const adoptPlacements = statement({
  text: `UPDATE mail_placement p SET uid = a.uid FROM (
      SELECT DISTINCT ON (w.id) w.id, n.uid FROM jsonb_to_recordset($placements) AS n(uid int8, "messageId" uuid)
      JOIN mail_placement w ON w.folder_id = $folderId AND w.uid IS NULL AND w.message_id = n."messageId"
      WHERE NOT EXISTS (SELECT 1 FROM mail_placement x WHERE x.folder_id = $folderId AND x.uid = n.uid)
      ORDER BY w.id, n.uid) a
    WHERE p.id = a.id RETURNING p.uid`,
  params: { folderId: 'uuid', placements: known<readonly StoredPlacement[]>('jsonb') },
  row: { uid: 'int8?' },
});

export const insertPlacements = statement({
  text: `INSERT INTO mail_placement (id, account_id, folder_id, uid, message_id, shown_in, server_flags, flags, seen, flagged, date)
    SELECT p.id, $accountId::uuid, $folderId::uuid, p.uid, p."messageId",
      CASE WHEN '\\Deleted' = ANY (p.flags) THEN NULL ELSE $folderId::uuid END, p.flags, p.flags, p.seen, p.flagged, p.date
    FROM jsonb_to_recordset($placements) AS p(id uuid, uid int8, "messageId" uuid, flags text[], seen bool, flagged bool,
      date timestamptz)
    ON CONFLICT (folder_id, uid) DO NOTHING`,
  params: { accountId: 'uuid', folderId: 'uuid', placements: known<readonly StoredPlacement[]>('jsonb') },
  row: {},
});

/** Newest first, and nothing of what is thrown away. */
export const bodiesWanted = statement({
  text: `SELECT m.id, p.uid, f.path, f.uid_validity AS "uidValidity" FROM mail_message m
    JOIN LATERAL (SELECT x.uid, x.folder_id FROM mail_placement x WHERE x.message_id = m.id AND x.uid IS NOT NULL LIMIT 1) p ON true
    JOIN mail_folder f ON f.id = p.folder_id
    WHERE m.account_id = $accountId AND m.body = 'UNREAD' AND m.size <= $largest AND m.date > $after
      AND f.role IS DISTINCT FROM 'junk' AND f.role IS DISTINCT FROM 'trash'
    ORDER BY m.date DESC LIMIT $most`,
  params: { accountId: 'uuid', largest: 'int4', after: 'timestamptz', most: 'int8' },
  row: { id: 'uuid', uid: 'int8!', path: 'text', uidValidity: 'text?' },
});

export const saveBody = statement({
  text: `UPDATE mail_message SET body = 'READ', text = $text, html = $html, sanitiser = $sanitiser, attachments = $attachments,
      bulk = $bulk, preview = $preview, has_attachment = $hasAttachment, has_invitation = has_invitation OR $calendar::text IS NOT NULL,
      calendar = $calendar, origin = $origin, search = ${SEARCH('$foldedSubject::text', '$foldedPeople::text', '$foldedText::text')}
    WHERE id = $id`,
  params: {
    id: 'uuid',
    text: 'text',
    html: known<object | null>('jsonb'),
    sanitiser: 'int4',
    attachments: known<readonly object[]>('jsonb'),
    bulk: 'bool',
    preview: 'text',
    hasAttachment: 'bool',
    calendar: 'text?',
    origin: known<object>('jsonb'),
    foldedSubject: 'text',
    foldedPeople: 'text',
    foldedText: 'text',
  },
  row: {},
});

export const failBody = statement({
  text: `UPDATE mail_message SET body = 'FAILED' WHERE id = $id`,
  params: { id: 'uuid' },
  row: {},
});

/** What lies nowhere any more, and nothing here hangs on. */
export const sweepMessages = statement({
  text: `DELETE FROM mail_message m WHERE m.account_id = $accountId
    AND NOT EXISTS (SELECT 1 FROM mail_placement p WHERE p.message_id = m.id)`,
  params: { accountId: 'uuid' },
  row: {},
});
