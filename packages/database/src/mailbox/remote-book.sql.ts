import { known, statement } from '../statement.ts';

/** Messages of folders that the provider names by letters; see `MailBook`. */
export const states = statement({
  text: `SELECT f.remote_id AS "folderId", f.next_uid AS "nextUid", f.modseq, f.cursor,
      count(m.uid) AS messages, count(m.uid) FILTER (WHERE NOT '\\Seen' = ANY (m.flags)) AS unseen
    FROM mail_remote_folder f
    LEFT JOIN mail_remote_message m ON m.account_id = f.account_id AND m.folder_id = f.remote_id
    WHERE f.account_id = $accountId GROUP BY f.account_id, f.remote_id`,
  params: { accountId: 'uuid' },
  row: {
    folderId: 'text',
    nextUid: 'int8',
    modseq: 'int8',
    cursor: 'text?',
    messages: 'int8!',
    unseen: 'int8!',
  },
});

export const entries = statement({
  text: `SELECT uid, remote_id AS "remoteId", flags, modseq FROM mail_remote_message
    WHERE account_id = $accountId AND folder_id = $folderId ORDER BY uid`,
  params: { accountId: 'uuid', folderId: 'text' },
  row: { uid: 'int8', remoteId: 'text', flags: 'text[]', modseq: 'int8' },
});

/** A folder of which nothing is known begins before everything. */
export const begin = statement({
  text: `INSERT INTO mail_remote_folder (account_id, remote_id, modseq) VALUES ($accountId, $folderId, 0)
    ON CONFLICT DO NOTHING`,
  params: { accountId: 'uuid', folderId: 'text' },
  row: {},
});

/** Only where nobody else has written since it was read. */
export const advance = statement({
  text: `UPDATE mail_remote_folder SET next_uid = $nextUid, modseq = $next, cursor = $cursor
    WHERE account_id = $accountId AND remote_id = $folderId AND modseq = $modseq RETURNING remote_id AS "folderId"`,
  params: {
    accountId: 'uuid',
    folderId: 'text',
    modseq: 'int8',
    nextUid: 'int8',
    next: 'int8',
    cursor: 'text?',
  },
  row: { folderId: 'text' },
});

interface WrittenEntry {
  readonly uid: number;
  readonly remote_id: string;
  readonly flags: readonly string[];
  readonly modseq: number;
}

export const put = statement({
  text: `INSERT INTO mail_remote_message (account_id, folder_id, uid, remote_id, flags, modseq)
    SELECT $accountId, $folderId, e.uid, e.remote_id, e.flags, e.modseq
    FROM jsonb_to_recordset($entries) AS e(uid bigint, remote_id text, flags text[], modseq bigint)
    ON CONFLICT (account_id, folder_id, uid) DO UPDATE SET flags = excluded.flags, modseq = excluded.modseq`,
  params: {
    accountId: 'uuid',
    folderId: 'text',
    entries: known<readonly WrittenEntry[]>('jsonb'),
  },
  row: {},
});

export const drop = statement({
  text: `DELETE FROM mail_remote_message
    WHERE account_id = $accountId AND folder_id = $folderId AND uid = ANY ($uids::bigint[])`,
  params: { accountId: 'uuid', folderId: 'text', uids: 'int8[]' },
  row: {},
});
