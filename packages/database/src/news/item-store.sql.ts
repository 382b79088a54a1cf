import { statement } from '../statement.ts';

const KEYS = `i.id, i.guid, i.link_key AS "linkKey", i.title_key AS "titleKey", i.published_at AS published, i.title, i.summary, i.link`;

/** Dropped ones too: they are not to come back. */
export const knownItems = statement({
  text: `SELECT ${KEYS}, i.dropped FROM news_item i WHERE i.feed_id = $feedId`,
  params: { feedId: 'uuid' },
  row: {
    id: 'uuid',
    guid: 'text?',
    linkKey: 'text?',
    titleKey: 'text',
    published: 'timestamptz?',
    title: 'text',
    summary: 'text',
    link: 'text?',
    dropped: 'bool',
  },
});

const LISTED = {
  ids: 'uuid[]',
  guids: 'text?[]',
  linkKeys: 'text?[]',
  titleKeys: 'text[]',
  published: 'timestamptz?[]',
  links: 'text?[]',
  titles: 'text[]',
  summaries: 'text[]',
} as const;

export const insertItems = statement({
  text: `INSERT INTO news_item (id, feed_id, guid, link_key, title_key, published_at, link, title, summary, shown_at, fresh,
      first_seen_at, listed_at)
    SELECT n.*, $now, $now FROM (SELECT id, $feedId::uuid, guid, link_key, title_key, published, link, title, summary, shown_at, fresh
      FROM unnest($ids::uuid[], $guids::text[], $linkKeys::text[], $titleKeys::text[], $published::timestamptz[],
        $links::text[], $titles::text[], $summaries::text[], $shown::timestamptz[], $fresh::bool[])
        AS n(id, guid, link_key, title_key, published, link, title, summary, shown_at, fresh)) n`,
  params: { feedId: 'uuid', ...LISTED, shown: 'timestamptz[]', fresh: 'bool[]', now: 'timestamptz' },
  row: {},
});

/** What was edited shows as it is now, where it was; whoever has read it has read it. */
export const updateItems = statement({
  text: `UPDATE news_item i SET guid = n.guid, link_key = n.link_key, title_key = n.title_key, published_at = n.published,
      link = n.link, title = n.title, summary = n.summary, listed_at = $now
    FROM unnest($ids::uuid[], $guids::text[], $linkKeys::text[], $titleKeys::text[], $published::timestamptz[],
        $links::text[], $titles::text[], $summaries::text[])
      AS n(id, guid, link_key, title_key, published, link, title, summary)
    WHERE i.id = n.id`,
  params: { ...LISTED, now: 'timestamptz' },
  row: {},
});

/** All but the newest hundred of two months: their text goes, by what they are known stays. */
export const dropOld = statement({
  text: `UPDATE news_item SET dropped = true, summary = '' WHERE id IN (
      SELECT id FROM (SELECT id, shown_at, row_number() OVER (ORDER BY shown_at DESC, id DESC) AS place
        FROM news_item WHERE feed_id = $feedId AND NOT dropped) i
      WHERE place > 100 OR (shown_at < $before AND place > 5))`,
  params: { feedId: 'uuid', before: 'timestamptz' },
  row: {},
});

export const forgetDropped = statement({
  text: 'DELETE FROM news_item WHERE dropped AND listed_at < $before',
  params: { before: 'timestamptz' },
  row: {},
});
