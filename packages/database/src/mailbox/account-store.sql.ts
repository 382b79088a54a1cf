import type { Opaque } from '@atelier/providers/json';
import type { OAuthKind } from '@atelier/providers/kinds';
import type { FailureColumns } from '../source/failure-columns.ts';
import { failureOf } from '../source/failure-columns.ts';
import { known, statement } from '../statement.ts';

/** Of the account `a`: this person reads it. Null: the operator, who sees that it is there. */
const READS = `($reader::text IS NULL OR a.owner_id = $reader OR EXISTS (
  SELECT 1 FROM mail_account_reader r WHERE r.account_id = a.id AND r.user_id = $reader))`;

const COLUMNS = `a.id, a.owner_id AS "ownerId", a.name, a.address, a.aliases, a.sender, a.color, a.signature, a.reach,
    a.sent_copy AS "sentCopy", a.state, a.sign_in AS "signIn", a.calendar_id AS "calendarId"`;

const ACCOUNT = `SELECT ${COLUMNS}, a.credential_id AS "credentialId", c.username, c.secret
  FROM mail_account a JOIN account_credential c ON c.id = a.credential_id`;

const columns = {
  id: 'uuid',
  ownerId: 'text',
  name: 'text',
  address: 'text',
  aliases: 'text[]',
  sender: 'text',
  color: 'text',
  signature: 'text',
  reach: known<Opaque>('jsonb'),
  sentCopy: 'SentCopy',
  state: 'ConnectionState',
  /** At whose page its owner signed in; null: it has a password. */
  signIn: known<OAuthKind | null>('text?'),
  calendarId: 'uuid?',
} as const;

const account = { ...columns, credentialId: 'uuid', username: 'text', secret: 'text' } as const;

export const byId = statement({ text: `${ACCOUNT} WHERE a.id = $id`, params: { id: 'uuid' }, row: account });

export const readBy = statement({
  text: `${ACCOUNT} WHERE a.id = $id AND ${READS}`,
  params: { id: 'uuid', reader: 'text?' },
  row: account,
});

export const idsReadBy = statement({
  text: `SELECT a.id FROM mail_account a WHERE ${READS} ORDER BY a.created_at, a.id`,
  params: { reader: 'text?' },
  row: { id: 'uuid' },
});

export const overview = statement({
  text: `SELECT ${COLUMNS}, u.name AS "ownerName", s.last_complete_at AS "lastCompleteAt",
      ${failureOf('s')} AS failure,
      (SELECT count(*) FROM mail_edit e WHERE e.account_id = a.id) AS waiting,
      (SELECT count(*) FROM outgoing_mail o WHERE o.account_id = a.id AND o.state IN ('QUEUED', 'SENDING')) AS outgoing,
      (SELECT count(*) FROM outgoing_mail o WHERE o.account_id = a.id AND o.state IN ('REFUSED', 'UNKNOWN')) AS unsettled,
      (SELECT coalesce(sum(f.messages), 0) FROM mail_folder f WHERE f.account_id = a.id) AS messages,
      (SELECT coalesce(array_agg(r.user_id ORDER BY r.user_id), '{}') FROM mail_account_reader r WHERE r.account_id = a.id) AS readers
    FROM mail_account a JOIN source s ON s.id = a.id JOIN "user" u ON u.id = a.owner_id
    WHERE ${READS} ORDER BY a.created_at, a.id`,
  params: { reader: 'text?' },
  row: {
    ...columns,
    ownerName: 'text',
    lastCompleteAt: 'timestamptz?',
    failure: known<FailureColumns | null>('jsonb'),
    waiting: 'int8',
    outgoing: 'int8',
    unsettled: 'int8',
    messages: 'int8',
    readers: 'text[]',
  },
});

export const insertSource = statement({
  text: `INSERT INTO source (id, kind, next_sync_at) VALUES ($id, 'MAILBOX', $now)`,
  params: { id: 'uuid', now: 'timestamptz' },
  row: {},
});

export const insert = statement({
  text: `INSERT INTO mail_account (id, owner_id, credential_id, name, address, sender, color, reach, sent_copy, sign_in, created_at)
    VALUES ($id, $ownerId, $credentialId, $name, $address, $sender, $color, $reach, $sentCopy, $signIn, $now)`,
  params: {
    id: 'uuid',
    ownerId: 'text',
    credentialId: 'uuid',
    name: 'text',
    address: 'text',
    sender: 'text',
    color: 'text',
    reach: known<Opaque>('jsonb'),
    sentCopy: 'SentCopy',
    signIn: known<OAuthKind | null>('text?'),
    now: 'timestamptz',
  },
  row: {},
});

export const byAddress = statement({
  text: `SELECT id, owner_id AS "ownerId" FROM mail_account WHERE lower(address) = lower($address)`,
  params: { address: 'text' },
  row: { id: 'uuid', ownerId: 'text' },
});

export const setState = statement({
  text: `UPDATE mail_account SET state = $state WHERE id = $id`,
  params: { id: 'uuid', state: 'ConnectionState' },
  row: {},
});

/** A mailbox that only a person can set going again is not due, whatever waits. */
export const stop = statement({
  text: `UPDATE source SET next_sync_at = NULL, push_at = NULL, requested_at = NULL WHERE id = $id`,
  params: { id: 'uuid' },
  row: {},
});

export const goOn = statement({
  text: `UPDATE source SET next_sync_at = $now, failures = 0, failure_kind = NULL, failure_message = NULL, failure_hint = NULL
    WHERE id = $id`,
  params: { id: 'uuid', now: 'timestamptz' },
  row: {},
});

/** What it is let in by from now on. */
export const setSignIn = statement({
  text: `UPDATE mail_account SET credential_id = $credentialId, sign_in = $signIn WHERE id = $id`,
  params: { id: 'uuid', credentialId: 'uuid', signIn: known<OAuthKind | null>('text?') },
  row: {},
});

export const setReach = statement({
  text: `UPDATE mail_account SET reach = $reach WHERE id = $id`,
  params: { id: 'uuid', reach: known<Opaque>('jsonb') },
  row: {},
});

/**
 * Those that this process listens for already, and those that nobody does, as many as it may have. Rows are written where
 * the claim is new, or ends before `$renew`: to look often costs a read.
 */
export const watch = statement({
  text: `WITH kept AS (
      SELECT a.id FROM mail_account a JOIN source s ON s.id = a.id
      WHERE a.state = 'ACTIVE' AND s.enabled AND a.watcher = $watcher AND a.watched_until >= $renew),
    free AS (
      SELECT a.id FROM mail_account a JOIN source s ON s.id = a.id
      WHERE a.state = 'ACTIVE' AND s.enabled AND ((a.watcher = $watcher AND a.watched_until < $renew)
        OR a.watched_until IS NULL OR a.watched_until < $now)
      ORDER BY a.watcher = $watcher DESC NULLS LAST, a.id
      LIMIT greatest($most - (SELECT count(*) FROM kept), 0) FOR UPDATE OF a SKIP LOCKED),
    claimed AS (
      UPDATE mail_account a SET watcher = $watcher, watched_until = $until FROM free WHERE a.id = free.id RETURNING a.id)
    SELECT id FROM kept UNION ALL SELECT id FROM claimed`,
  params: { watcher: 'uuid', now: 'timestamptz', renew: 'timestamptz', until: 'timestamptz', most: 'int8' },
  row: { id: 'uuid' },
});

export const unwatch = statement({
  text: `UPDATE mail_account SET watcher = NULL, watched_until = NULL WHERE watcher = $watcher`,
  params: { watcher: 'uuid' },
  row: {},
});
