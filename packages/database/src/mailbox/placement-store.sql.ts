import { known, statement } from '../statement.ts';

export const uidsOf = statement({
  text: 'SELECT uid FROM mail_placement WHERE folder_id = $folderId AND uid IS NOT NULL',
  params: { folderId: 'uuid' },
  row: { uid: 'int8!' },
});

export const flagsOf = statement({
  text: `SELECT p.id, p.uid, p.server_flags AS "serverFlags" FROM mail_placement p
    WHERE p.folder_id = $folderId AND p.uid = ANY ($uids)`,
  params: { folderId: 'uuid', uids: 'int8[]' },
  row: { id: 'uuid', uid: 'int8!', serverFlags: 'text[]' },
});

/** For servers that count no changes: which are marked here as the server marks them. */
export const uidsMarked = statement({
  text: `SELECT uid, '\\Seen' = ANY (server_flags) AS seen, '\\Flagged' = ANY (server_flags) AS flagged
    FROM mail_placement WHERE folder_id = $folderId AND uid IS NOT NULL`,
  params: { folderId: 'uuid' },
  row: { uid: 'int8!', seen: 'bool!', flagged: 'bool!' },
});

export const removeUids = statement({
  text: 'DELETE FROM mail_placement WHERE folder_id = $folderId AND uid = ANY ($uids)',
  params: { folderId: 'uuid', uids: 'int8[]' },
  row: {},
});

/** Another UIDVALIDITY: what lies here is found again by what it says, or is gone. */
export const voidUids = statement({
  text: 'UPDATE mail_placement SET uid = NULL WHERE folder_id = $folderId',
  params: { folderId: 'uuid' },
  row: {},
});

export const removeUnfound = statement({
  text: 'DELETE FROM mail_placement WHERE folder_id = $folderId AND uid IS NULL',
  params: { folderId: 'uuid' },
  row: {},
});

export const countUnfound = statement({
  text: 'SELECT count(*) AS count FROM mail_placement WHERE folder_id = $folderId AND uid IS NULL',
  params: { folderId: 'uuid' },
  row: { count: 'int8' },
});

export const waitingOn = statement({
  text: `SELECT placement_id AS "placementId", add, remove FROM mail_edit
    WHERE placement_id = ANY ($ids) AND kind = 'FLAGS' ORDER BY id`,
  params: { ids: 'uuid[]' },
  row: { placementId: 'uuid', add: 'text[]', remove: 'text[]' },
});

interface Flagging {
  readonly id: string;
  readonly serverFlags: readonly string[];
  readonly flags: readonly string[];
  readonly seen: boolean;
  readonly flagged: boolean;
}

/** What any program has marked as deleted shows nowhere; it is the server that takes it away. */
export const setFlags = statement({
  text: `UPDATE mail_placement p SET server_flags = n."serverFlags", flags = n.flags, seen = n.seen, flagged = n.flagged,
      shown_in = CASE WHEN '\\Deleted' = ANY (n.flags) THEN NULL WHEN '\\Deleted' = ANY (p.flags) THEN p.folder_id
        ELSE p.shown_in END
    FROM jsonb_to_recordset($flaggings) AS n(id uuid, "serverFlags" text[], flags text[], seen bool, flagged bool) WHERE p.id = n.id`,
  params: { flaggings: known<readonly Flagging[]>('jsonb') },
  row: {},
});

/** One of these places, with what it is to the person who acts. */
export const placesOf = statement({
  text: `SELECT p.id, p.account_id AS "accountId", p.folder_id AS "folderId", p.shown_in AS "shownIn", p.flags,
      p.server_flags AS "serverFlags", p.message_id AS "messageId"
    FROM mail_placement p WHERE p.id = ANY ($ids) AND p.account_id = ANY ($accountIds) ORDER BY p.id FOR UPDATE`,
  params: { ids: 'uuid[]', accountIds: 'uuid[]' },
  row: {
    id: 'uuid',
    accountId: 'uuid',
    folderId: 'uuid',
    shownIn: 'uuid?',
    flags: 'text[]',
    serverFlags: 'text[]',
    messageId: 'uuid',
  },
});

export const showIn = statement({
  text: 'UPDATE mail_placement SET shown_in = $folderId WHERE id = ANY ($ids)',
  params: { ids: 'uuid[]', folderId: 'uuid?' },
  row: {},
});

export const lieIn = statement({
  text: `UPDATE mail_placement p SET folder_id = $folderId, uid = n.uid
    FROM jsonb_to_recordset($moved) AS n(id uuid, uid int8) WHERE p.id = n.id`,
  params: {
    folderId: 'uuid',
    moved: known<readonly { readonly id: string; readonly uid: number | null }[]>('jsonb'),
  },
  row: {},
});

export const removePlaces = statement({
  text: 'DELETE FROM mail_placement WHERE id = ANY ($ids)',
  params: { ids: 'uuid[]' },
  row: {},
});

export const addEdits = statement({
  text: `INSERT INTO mail_edit (account_id, placement_id, kind, add, remove, to_folder_id, created_at)
    SELECT p.account_id, p.id, $kind, $add, $remove, $toFolderId, $now FROM mail_placement p WHERE p.id = ANY ($ids) ORDER BY p.id`,
  params: {
    ids: 'uuid[]',
    kind: 'MailEditKind',
    add: 'text[]',
    remove: 'text[]',
    toFolderId: 'uuid?',
    now: 'timestamptz',
  },
  row: {},
});

/** In order. What was moved here without a UID waits until it has one. */
export const waitingEdits = statement({
  text: `SELECT e.id, e.placement_id AS "placementId", e.kind, e.add, e.remove, e.to_folder_id AS "toFolderId", e.attempts, p.uid,
      p.folder_id AS "folderId", f.path, f.uid_validity AS "uidValidity", t.path AS "toPath"
    FROM mail_edit e JOIN mail_placement p ON p.id = e.placement_id JOIN mail_folder f ON f.id = p.folder_id
    LEFT JOIN mail_folder t ON t.id = e.to_folder_id
    WHERE e.account_id = $accountId ORDER BY e.id LIMIT $most`,
  params: { accountId: 'uuid', most: 'int8' },
  row: {
    id: 'int8',
    placementId: 'uuid',
    kind: 'MailEditKind',
    add: 'text[]',
    remove: 'text[]',
    toFolderId: 'uuid?',
    attempts: 'int4',
    uid: 'int8?',
    folderId: 'uuid',
    path: 'text',
    uidValidity: 'text?',
    toPath: 'text?',
  },
});

export const removeEdits = statement({
  text: 'DELETE FROM mail_edit WHERE id = ANY ($ids)',
  params: { ids: 'int8[]' },
  row: {},
});

/** Never begun, and so nothing that the server knows of. */
export const dropEdits = statement({
  text: 'DELETE FROM mail_edit WHERE placement_id = ANY ($ids) AND kind = $kind',
  params: { ids: 'uuid[]', kind: 'MailEditKind' },
  row: {},
});

export const countAttempt = statement({
  text: 'UPDATE mail_edit SET attempts = attempts + 1 WHERE id = ANY ($ids)',
  params: { ids: 'int8[]' },
  row: {},
});

/** As the server has it. */
export const showAsThere = statement({
  text: `UPDATE mail_placement SET shown_in = folder_id, flags = server_flags, seen = '\\Seen' = ANY (server_flags),
      flagged = '\\Flagged' = ANY (server_flags) WHERE id = ANY ($ids)`,
  params: { ids: 'uuid[]' },
  row: {},
});

export const pushSoon = statement({
  text: 'UPDATE source SET push_at = $now WHERE id = ANY ($ids) AND next_sync_at IS NOT NULL',
  params: { ids: 'uuid[]', now: 'timestamptz' },
  row: {},
});

export const pushDone = statement({
  text: `UPDATE source SET push_at = CASE WHEN EXISTS (SELECT 1 FROM mail_edit e WHERE e.account_id = source.id)
      THEN $again::timestamptz END WHERE id = $id`,
  params: { id: 'uuid', again: 'timestamptz' },
  row: {},
});
