import { known, statement } from '../statement.ts';
import type { Audience, Topic } from './announcement.ts';

/** One item of the arrays is one announcement, in the order in which they were made. */
export const appendedChanges = statement({
  text: `WITH clock AS (UPDATE change_clock SET tick = tick + $count::int8 WHERE id = 1 RETURNING tick - $count::int8 AS before),
     added AS (
       INSERT INTO change (tick, topic, subject, audience, audience_id, from_at, to_at)
       SELECT clock.before + item.n, item.topic, item.subject, item.audience, item.audience_id, item.from_at, item.to_at
       FROM clock, unnest($topics::text[], $subjects::text[], $audiences::text[], $audienceIds::text[],
         $froms::timestamptz[], $tos::timestamptz[])
         WITH ORDINALITY AS item(topic, subject, audience, audience_id, from_at, to_at, n)
       RETURNING tick)
     SELECT pg_notify('atelier_change', max(tick)::text) AS told FROM added`,
  params: {
    count: 'int8',
    topics: 'text[]',
    subjects: 'text?[]',
    audiences: 'text[]',
    audienceIds: 'text?[]',
    froms: 'timestamptz?[]',
    tos: 'timestamptz?[]',
  },
  row: { told: 'void' },
});

export const edgesOfFeed = statement({
  text: 'SELECT (SELECT min(tick) FROM change) AS oldest, (SELECT tick FROM change_clock) AS latest',
  params: {},
  row: { oldest: 'int8?', latest: 'int8?' },
});

export const changesAfter = statement({
  text: `SELECT tick, topic, subject, json_strip_nulls(json_build_object('kind', audience, 'id', audience_id)) AS audience,
       from_at AS "from", to_at AS "to"
     FROM change WHERE tick > $tick ORDER BY tick LIMIT $most`,
  params: { tick: 'int8', most: 'int8' },
  row: {
    tick: 'int8',
    topic: known<Topic>('text'),
    subject: 'text?',
    audience: known<Audience>('json'),
    from: 'timestamptz?',
    to: 'timestamptz?',
  },
});
