import type { Mailbox } from '@atelier/mail/address/mailbox';
import type { MailOrigin } from '@atelier/mail/read/mail-origin';
import type { ReadAttachment } from '@atelier/mail/read/read-message';
import { known, statement } from '../statement.ts';
import { PLACED, placed } from './placed-message.ts';

const FROM = 'FROM mail_placement p JOIN mail_message m ON m.id = p.message_id';
/** Behind what was read last; equal dates are told apart by their ids. */
const AFTER =
  '($beforeDate::timestamptz IS NULL OR (p.date, p.id) < ($beforeDate::timestamptz, $beforeId::uuid))';

const IN_FOLDERS = `WHERE p.shown_in = ANY ($folderIds) AND ${AFTER} AND (NOT $unread::bool OR NOT p.seen)
  ORDER BY p.date DESC, p.id DESC LIMIT $limit`;
const inFoldersParams = {
  folderIds: 'uuid[]',
  beforeDate: 'timestamptz?',
  beforeId: 'uuid?',
  unread: 'bool',
  limit: 'int8',
} as const;

export const inFolders = statement({
  text: `SELECT ${PLACED} ${FROM}
    ${IN_FOLDERS}`,
  params: inFoldersParams,
  row: placed,
});

/** Everything of a list, without what it shows; what was read last is behind it. */
export const idsInFolders = statement({
  text: `SELECT p.id, p.date FROM mail_placement p
    ${IN_FOLDERS}`,
  params: inFoldersParams,
  row: { id: 'uuid', date: 'timestamptz' },
});

/** What waits already shows in the numbers: they are those of what is here. */
export const counts = statement({
  text: `SELECT f.id, (SELECT count(*) FROM mail_placement p WHERE p.shown_in = f.id AND NOT p.seen) AS unread, f.messages
    FROM mail_folder f WHERE f.account_id = ANY ($accountIds)`,
  params: { accountIds: 'uuid[]' },
  row: { id: 'uuid', unread: 'int8', messages: 'int4' },
});

export const inThread = statement({
  text: `SELECT ${PLACED} ${FROM} WHERE m.thread_id = $threadId AND p.account_id = ANY ($accountIds) AND p.shown_in IS NOT NULL
    ORDER BY p.date, p.id LIMIT 500`,
  params: { threadId: 'uuid', accountIds: 'uuid[]' },
  row: placed,
});

export const opened = statement({
  text: `SELECT ${PLACED}, m.reply_to AS "replyTo", m.cc, m."references", m.body, m.text, m.html, m.sanitiser, m.attachments,
      m.bulk, m.origin, m.pictures OR EXISTS (SELECT 1 FROM mail_picture_sender s WHERE s.account_id = p.account_id
        AND s.address = lower(m."from" -> 0 ->> 'address')) AS pictures, f.path, f.uid_validity AS "uidValidity"
    ${FROM} JOIN mail_folder f ON f.id = p.folder_id WHERE p.id = $id AND p.account_id = ANY ($accountIds)`,
  params: { id: 'uuid', accountIds: 'uuid[]' },
  row: {
    ...placed,
    replyTo: known<readonly Mailbox[]>('jsonb'),
    cc: known<readonly Mailbox[]>('jsonb'),
    references: 'text[]',
    body: 'MailBody',
    text: 'text?',
    html: known<{ readonly html: string; readonly remote: number; readonly cut: boolean } | null>('jsonb?'),
    sanitiser: 'int4?',
    attachments: known<readonly ReadAttachment[] | null>('jsonb?'),
    bulk: 'bool',
    origin: known<MailOrigin | null>('jsonb?'),
    /** Somebody has said that those from elsewhere are loaded. */
    pictures: 'bool!',
    path: 'text',
    uidValidity: 'text?',
  },
});

/** Common words are in everything: the newest are looked through first, and no more than that many. */
export const search = statement({
  text: `SELECT ${PLACED} ${FROM} JOIN mail_folder f ON f.id = p.shown_in
    WHERE p.account_id = ANY ($accountIds) AND ${AFTER}
      AND ($words::text = '' OR m.search @@ to_tsquery('simple', $words))
      AND ($folders::text[] = '{}' OR f.role = ANY ($folders) OR lower(f.name) = ANY ($folders))
      AND ($folders::text[] <> '{}' OR f.role IS NULL OR f.role NOT IN ('junk', 'trash'))
      AND ($unread::bool IS NULL OR p.seen <> $unread) AND ($flagged::bool IS NULL OR p.flagged = $flagged)
      AND ($attachment::bool IS NULL OR m.has_attachment = $attachment)
      AND ($after::timestamptz IS NULL OR m.date >= $after) AND ($before::timestamptz IS NULL OR m.date < $before)
      AND NOT EXISTS (SELECT 1 FROM unnest($senders::text[]) AS s(part) WHERE m.senders NOT LIKE '%' || s.part || '%')
      AND NOT EXISTS (SELECT 1 FROM unnest($receivers::text[]) AS s(part) WHERE m.receivers NOT LIKE '%' || s.part || '%')
    ORDER BY p.date DESC, p.id DESC LIMIT $limit`,
  params: {
    accountIds: 'uuid[]',
    words: 'text',
    folders: 'text[]',
    unread: 'bool?',
    flagged: 'bool?',
    attachment: 'bool?',
    after: 'timestamptz?',
    before: 'timestamptz?',
    senders: 'text[]',
    receivers: 'text[]',
    beforeDate: 'timestamptz?',
    beforeId: 'uuid?',
    limit: 'int8',
  },
  row: placed,
});

/** Those whom this mailbox has written to or heard from, of the last year, the most frequent first. */
export const knownPeople = statement({
  text: `SELECT lower(b ->> 'address') AS address, max(b ->> 'name') AS name, count(*) AS times
    FROM (SELECT m."from", m."to", m.cc FROM mail_message m WHERE m.account_id = ANY ($accountIds) ORDER BY m.date DESC LIMIT 3000) x,
      jsonb_array_elements(x."from" || x."to" || x.cc) AS b
    WHERE lower(b ->> 'address') LIKE '%' || $part || '%' OR lower(b ->> 'name') LIKE '%' || $part || '%'
    GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT 8`,
  params: { accountIds: 'uuid[]', part: 'text' },
  row: { address: 'text!', name: 'text!', times: 'int8' },
});
