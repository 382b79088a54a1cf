import { statement } from '../statement.ts';
import { OCCURRENCE, occurrence } from './shown-occurrence.ts';

/**
 * Patterns of LIKE, all of which the text holds; before that a word of theirs, for which `strpos` takes half the time. What is private is found only in calendars whose private events are
 * shown: whoever may not read a text must not learn either that a word is in it.
 */
const HOLDS = `t.calendar_id = ANY ($calendarIds) AND (NOT t.private OR t.calendar_id = ANY ($openIds))
  AND strpos(t.words, $rarest) > 0
  AND t.words LIKE ALL ($words) AND t.place LIKE ALL ($places) AND t.people LIKE ALL ($people)`;
const holds = {
  calendarIds: 'uuid[]',
  openIds: 'uuid[]',
  rarest: 'text',
  words: 'text[]',
  places: 'text[]',
  people: 'text[]',
} as const;

/** In no order: so many of them at most. */
export const textsHolding = statement({
  text: `SELECT t.object_id AS "objectId", t.component FROM event_text t WHERE ${HOLDS} LIMIT $most`,
  params: { ...holds, most: 'int8' },
  row: { objectId: 'uuid', component: 'int4' },
});

const BOUNDED = `($from::timestamptz IS NULL OR o.ends_at > $from) AND ($to::timestamptz IS NULL OR o.starts_at < $to)`;
const bounds = { from: 'timestamptz?', to: 'timestamptz?', now: 'timestamptz' } as const;

/** Those to come, the nearest first, and those that are over, the latest first: of either so many at most. */
const RANKED = `SELECT o.*, row_number() OVER (PARTITION BY o.ends_at <= $now
    ORDER BY abs(extract(epoch FROM o.starts_at - $now::timestamptz)), o.object_id) AS rank`;
const SHOWN = `SELECT ${OCCURRENCE}
  FROM near o JOIN calendar_object x ON x.id = o.object_id WHERE o.rank <= $limit
  ORDER BY o.ends_at <= $now, o.rank`;

/** Of each of these events one occurrence: the next one, or the last one where all are over. */
export const nearestOf = statement({
  text: `WITH near AS (${RANKED} FROM unnest($objectIds::uuid[], $components::int[]) AS h(object_id, component)
       JOIN LATERAL (SELECT o.* FROM occurrence o
         WHERE o.object_id = h.object_id AND o.component = h.component AND ${BOUNDED}
         ORDER BY o.ends_at <= $now, abs(extract(epoch FROM o.starts_at - $now::timestamptz)) LIMIT 1) o ON true)
     ${SHOWN}`,
  params: { objectIds: 'uuid[]', components: 'int4[]', ...bounds, limit: 'int8' },
  row: occurrence,
});

/** Where very many events hold the words: those among the occurrences of some days, one of each event. */
export const nearestAmong = statement({
  text: `WITH around AS (
       SELECT DISTINCT ON (o.object_id, o.component) o.*
       FROM occurrence o JOIN event_text t ON t.object_id = o.object_id AND t.component = o.component
       WHERE o.calendar_id = ANY ($calendarIds) AND ${HOLDS} AND ${BOUNDED}
         AND o.starts_at > $now::timestamptz - $days * interval '1 day'
         AND o.starts_at < $now::timestamptz + $days * interval '1 day'
       ORDER BY o.object_id, o.component, o.ends_at <= $now, abs(extract(epoch FROM o.starts_at - $now::timestamptz))),
     near AS (${RANKED} FROM around o)
     ${SHOWN}`,
  params: { ...holds, ...bounds, days: 'float8', limit: 'int8' },
  row: occurrence,
});
