import { statement } from '../statement.ts';

/** Day by day in a zone (IANA name), days without a run left out. */
export const runsByDay = statement({
  text: `SELECT (started_at AT TIME ZONE $zone)::date AS day, count(*) AS runs,
       count(*) FILTER (WHERE outcome = 'failed') AS failed, count(*) FILTER (WHERE outcome = 'held') AS held,
       sum(added + updated + removed)::int8 AS pulled, sum(pushed)::int8 AS pushed,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY duration_ms)::float8 AS "medianMs",
       percentile_cont(0.95) WITHIN GROUP (ORDER BY duration_ms)::float8 AS "slowMs"
     FROM sync_log WHERE source_id = ANY ($sourceIds) AND started_at >= $from GROUP BY 1 ORDER BY 1`,
  params: { sourceIds: 'uuid[]', from: 'timestamptz', zone: 'text' },
  row: {
    day: 'date!',
    runs: 'int8',
    failed: 'int8',
    held: 'int8',
    pulled: 'int8',
    pushed: 'int8',
    medianMs: 'float8',
    slowMs: 'float8',
  },
});
