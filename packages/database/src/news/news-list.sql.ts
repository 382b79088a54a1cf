import { statement } from '../statement.ts';

/** Of the feed `f` with the row `r` of a person: they see it. */
const CHOSEN = '(f.for_all AND r.hidden IS NOT TRUE OR r.hidden = false)';
const OWN = 'LEFT JOIN news_reader r ON r.feed_id = f.id AND r.user_id = $reader';

export const newest = statement({
  text: `WITH mine AS (
      SELECT f.id, f.title, coalesce(r.since, '-infinity') AS since FROM news_feed f ${OWN}
      WHERE ${CHOSEN} AND ($feedId::uuid IS NULL OR f.id = $feedId)),
    recent AS (
      SELECT i.*, mine.title AS feed, mine.since, coalesce(i.link_key, i.id::text) AS page
      FROM mine CROSS JOIN LATERAL (
        SELECT i.id, i.feed_id, i.link, i.link_key, i.title, i.summary, i.shown_at, i.first_seen_at, i.fresh
        FROM news_item i WHERE i.feed_id = mine.id AND NOT i.dropped
          AND ($beforeAt::timestamptz IS NULL OR (i.shown_at, i.id) < ($beforeAt::timestamptz, $beforeId::uuid))
        ORDER BY i.shown_at DESC, i.id DESC LIMIT $limit::int8 + 20) i),
    -- What two feeds tell of one page is one.
    once AS (SELECT DISTINCT ON (page) * FROM recent ORDER BY page, shown_at, id)
    SELECT o.id, o.feed_id AS "feedId", o.feed, o.link, o.title, o.summary, o.shown_at AS "shownAt",
      o.fresh AND $reader::text IS NOT NULL AND o.first_seen_at >= o.since AND o.first_seen_at >= u.created_at
        AND NOT EXISTS (SELECT 1 FROM news_read d WHERE d.item_id = o.id AND d.user_id = $reader) AS unread
    FROM once o LEFT JOIN "user" u ON u.id = $reader
    ORDER BY o.shown_at DESC, o.id DESC LIMIT $limit::int8`,
  params: { reader: 'text?', feedId: 'uuid?', beforeAt: 'timestamptz?', beforeId: 'uuid?', limit: 'int8' },
  row: {
    id: 'uuid',
    feedId: 'uuid',
    feed: 'text',
    link: 'text?',
    title: 'text',
    summary: 'text',
    shownAt: 'timestamptz',
    unread: 'bool?',
  },
});

/** With whatever tells of the same page; null: everything that this person sees. */
export const markRead = statement({
  text: `INSERT INTO news_read (item_id, user_id)
    SELECT i.id, $reader FROM news_item i JOIN news_feed f ON f.id = i.feed_id ${OWN}
    WHERE ${CHOSEN} AND i.fresh AND NOT i.dropped
      AND ($ids::uuid[] IS NULL OR i.id = ANY ($ids)
        OR i.link_key IN (SELECT n.link_key FROM news_item n WHERE n.id = ANY ($ids)))
    ON CONFLICT DO NOTHING`,
  params: { reader: 'text', ids: 'uuid[]?' },
  row: {},
});
