import { type FailureColumns, failureOf } from '../source/failure-columns.ts';
import { known, statement } from '../statement.ts';

const OWN = 'LEFT JOIN news_reader r ON r.feed_id = f.id AND r.user_id = $reader';

export const insertSource = statement({
  text: `INSERT INTO source (id, kind, next_sync_at, interval_seconds) VALUES ($id, 'FEED', $now, $intervalSeconds)`,
  params: { id: 'uuid', now: 'timestamptz', intervalSeconds: 'int4' },
  row: {},
});

/** Whoever adds the same feed at the same time waits here, and finds it. */
export const lockFeeds = statement({
  text: "SELECT pg_advisory_xact_lock(hashtextextended('news_feed', 0)) AS locked",
  params: {},
  row: { locked: 'void' },
});

/** Those that everybody has, and those that this person has chosen: what others read is their own business. */
export const listed = statement({
  text: `SELECT f.id, f.url, f.title, f.site, f.for_all AS "forAll", f.state, r.hidden IS TRUE AS "hidden",
      r.hidden IS FALSE AS "own", s.last_complete_at AS "lastCompleteAt",
      s.next_sync_at AS "nextSyncAt", s.interval_seconds AS "intervalSeconds", ${failureOf('s')} AS failure,
      (SELECT count(*) FROM news_item i WHERE i.feed_id = f.id AND NOT i.dropped) AS items
    FROM news_feed f JOIN source s ON s.id = f.id ${OWN}
    WHERE f.for_all OR r.hidden = false
    ORDER BY lower(f.title), f.id`,
  params: { reader: 'text?' },
  row: {
    id: 'uuid',
    url: 'text',
    title: 'text',
    site: 'text?',
    forAll: 'bool',
    state: 'FeedState',
    hidden: 'bool!',
    own: 'bool!',
    lastCompleteAt: 'timestamptz?',
    nextSyncAt: 'timestamptz?',
    intervalSeconds: 'int4',
    failure: known<FailureColumns | null>('jsonb'),
    items: 'int8',
  },
});

/** Who sees a feed, beside everybody. */
export const readersOf = statement({
  text: 'SELECT user_id AS "userId" FROM news_reader WHERE feed_id = $id AND NOT hidden ORDER BY user_id',
  params: { id: 'uuid' },
  row: { userId: 'text' },
});

export const choose = statement({
  text: `INSERT INTO news_reader (feed_id, user_id, hidden, since) VALUES ($id, $userId, $hidden, $now)
    ON CONFLICT (feed_id, user_id) DO UPDATE SET hidden = excluded.hidden`,
  params: { id: 'uuid', userId: 'text', hidden: 'bool', now: 'timestamptz' },
  row: {},
});

/** One that nobody has chosen any more goes, with what was read of it. */
export const removeUnchosen = statement({
  text: `DELETE FROM news_feed f WHERE f.id = $id AND NOT f.for_all
      AND NOT EXISTS (SELECT 1 FROM news_reader r WHERE r.feed_id = f.id AND NOT r.hidden)
    RETURNING f.id`,
  params: { id: 'uuid' },
  row: { id: 'uuid' },
});

/** Gone ones are asked again when somebody says so. */
export const revive = statement({
  text: `UPDATE source SET next_sync_at = $now, failures = 0 FROM news_feed f
    WHERE f.id = source.id AND source.id = ANY ($ids) AND f.state = 'GONE'`,
  params: { ids: 'uuid[]', now: 'timestamptz' },
  row: {},
});

export const stop = statement({
  text: 'UPDATE source SET next_sync_at = NULL, requested_at = NULL WHERE id = $id',
  params: { id: 'uuid' },
  row: {},
});
