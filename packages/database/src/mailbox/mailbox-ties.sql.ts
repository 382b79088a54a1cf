import { statement } from '../statement.ts';

/** What of a mailbox would go with it. */
export const counted = statement({
  text: `SELECT count(*) FILTER (WHERE state = 'DRAFT') AS drafts,
      count(*) FILTER (WHERE state IN ('QUEUED', 'REFUSED')) AS unsent,
      count(*) FILTER (WHERE state = 'SENDING') AS sending,
      count(*) FILTER (WHERE state = 'UNKNOWN') AS unknown,
      (SELECT count(*) FROM mail_edit e WHERE e.account_id = $id) AS edits
    FROM outgoing_mail WHERE account_id = $id`,
  params: { id: 'uuid' },
  row: { drafts: 'int8', unsent: 'int8', sending: 'int8', unknown: 'int8', edits: 'int8' },
});

/** Calendar accounts that are let in by the very credential of a mailbox. */
export const sharing = statement({
  text: `SELECT k.id, k.name, k.owner_id AS "ownerId", (SELECT count(*) FROM source s WHERE s.connection_id = k.id AND s.enabled) AS calendars
    FROM mail_account a JOIN connection k ON k.credential_id = a.credential_id WHERE a.id = $id ORDER BY k.name, k.id`,
  params: { id: 'uuid' },
  row: { id: 'uuid', name: 'text', ownerId: 'text', calendars: 'int8' },
});

/** What was written in one and has not gone is a draft in another; bytes and time are fixed anew when it is sent. */
export const moveUnsent = statement({
  text: `UPDATE outgoing_mail SET account_id = $to, state = 'DRAFT', message_id = NULL, source = NULL, send_at = NULL,
      failure = NULL, refused = '[]', attempts = 0, updated_at = $now
    WHERE account_id = $from AND state IN ('DRAFT', 'QUEUED', 'REFUSED') RETURNING id`,
  params: { from: 'uuid', to: 'uuid', now: 'timestamptz' },
  row: { id: 'uuid' },
});

/** Nothing of it begins to be sent while it is taken away. */
export const lockAccount = statement({
  text: 'SELECT id FROM mail_account WHERE id = $id FOR UPDATE',
  params: { id: 'uuid' },
  row: { id: 'uuid' },
});

export const lockOutgoing = statement({
  text: 'SELECT id FROM outgoing_mail WHERE account_id = $id FOR UPDATE',
  params: { id: 'uuid' },
  row: { id: 'uuid' },
});
