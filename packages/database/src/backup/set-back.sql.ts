import { statement } from '../statement.ts';

/** Mail that waited may have gone since; so may what its author had already let go. */
export const holdMails = statement({
  text: `UPDATE mail SET state = 'HELD', reason = 'restored' WHERE state = 'WAITING' RETURNING id`,
  params: {},
  row: { id: 'uuid' },
});

/** The folder of sent mail is asked first, then a person (M3). What is to go later still goes then. */
export const doubtOutgoing = statement({
  text: `UPDATE outgoing_mail SET state = 'UNKNOWN', updated_at = $now
     WHERE state IN ('QUEUED', 'SENDING') AND (send_at IS NULL OR send_at <= $now) RETURNING id`,
  params: { now: 'timestamptz' },
  row: { id: 'uuid' },
});

export const settleNotices = statement({
  text: 'UPDATE push_notice SET settled_at = $now WHERE settled_at IS NULL RETURNING id',
  params: { now: 'timestamptz' },
  row: { id: 'uuid' },
});

/** The server has them, or its state is the later one: nothing that was done there since is done over. */
export const forgetMailEdits = statement({
  text: 'DELETE FROM mail_edit RETURNING id',
  params: {},
  row: { id: 'int8' },
});

/**
 * An event that was still to be created may have been created since, and deleted there again. The next pull finds it
 * where it is there; else a person decides. An edit or a deletion goes on: it names the version that it was made from.
 */
export const doubtCreations = statement({
  text: `UPDATE outbox SET state = 'PARKED', next_try_at = $later, failure_kind = 'restored',
       failure_message = $message, failure_hint = $hint
     WHERE operation = 'PUT' AND base_source IS NULL RETURNING id`,
  params: { later: 'timestamptz', message: 'text', hint: 'text' },
  row: { id: 'uuid' },
});

/** Whatever the provider's cursors say: every version is compared, with a look at what would be removed (S8). */
export const compareEverything = statement({
  text: `UPDATE source SET full_requested = true, lease_owner = NULL, lease_until = NULL,
       next_sync_at = CASE WHEN next_sync_at IS NULL THEN NULL ELSE $now::timestamptz END WHERE enabled RETURNING id`,
  params: { now: 'timestamptz' },
  row: { id: 'uuid' },
});

/** An artist may have answered since: nothing lapses before the calendars could say so. */
export const extendRequests = statement({
  text: `WITH bookings AS (UPDATE booking SET expires_at = $until WHERE state = 'REQUESTED' AND expires_at < $until RETURNING id),
       inquiries AS (UPDATE inquiry SET expires_at = $until WHERE expires_at < $until AND expires_at > $taken RETURNING id)
     SELECT id FROM bookings UNION ALL SELECT id FROM inquiries`,
  params: { until: 'timestamptz', taken: 'timestamptz' },
  row: { id: 'uuid' },
});

/** Far behind whatever anybody has heard, so that every open page starts over instead of going on with other news. */
export const leapFeed = statement({
  text: `WITH leapt AS (UPDATE change_clock SET tick = tick + 1000000000 WHERE id = 1 RETURNING tick)
     INSERT INTO change (tick, topic, audience) SELECT tick, 'studio', 'STUDIO' FROM leapt
     RETURNING tick`,
  params: {},
  row: { tick: 'int8' },
});

export const noteSetBack = statement({
  text: `INSERT INTO setting (key, value)
     VALUES ('set-back', jsonb_build_object('at', $now::timestamptz, 'taken', $taken::timestamptz))
     ON CONFLICT (key) DO UPDATE SET value = excluded.value RETURNING key`,
  params: { now: 'timestamptz', taken: 'timestamptz' },
  row: { key: 'text' },
});

export const forgetSessions = statement({
  text: 'WITH gone AS (DELETE FROM session RETURNING 1) SELECT count(*) AS count FROM gone',
  params: {},
  row: { count: 'int8!' },
});
