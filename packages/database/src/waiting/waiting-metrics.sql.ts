import { statement } from '../statement.ts';

/** What is on its way out to calendars: one that a person has to look at is no longer waiting. */
export const waitingWrites = statement({
  text: `SELECT count(*) FILTER (WHERE state = 'WAITING') AS waiting, count(*) FILTER (WHERE state = 'PARKED') AS parked,
      extract(epoch FROM greatest(max($now - created_at) FILTER (WHERE state = 'WAITING'), interval '0'))::float8 AS seconds
    FROM outbox`,
  params: { now: 'timestamptz' },
  row: { waiting: 'int8', parked: 'int8', seconds: 'float8?' },
});

/** Mail of people whose time to leave has come. */
export const waitingMail = statement({
  text: `SELECT count(*) AS waiting,
      extract(epoch FROM greatest(max($now - send_at), interval '0'))::float8 AS seconds
    FROM outgoing_mail WHERE state IN ('QUEUED', 'SENDING') AND send_at <= $now`,
  params: { now: 'timestamptz' },
  row: { waiting: 'int8', seconds: 'float8?' },
});

/** What the feed holds beyond a tick, and since when. */
export const feedBeyond = statement({
  text: `SELECT count(*) AS changes,
      extract(epoch FROM greatest(max(clock_timestamp() - at), interval '0'))::float8 AS seconds
    FROM change WHERE tick > $tick`,
  params: { tick: 'int8' },
  row: { changes: 'int8', seconds: 'float8?' },
});
