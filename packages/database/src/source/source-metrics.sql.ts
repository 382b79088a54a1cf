import { statement } from '../statement.ts';

export const lag = statement({
  text: `SELECT extract(epoch FROM greatest(max(now() - next_sync_at), interval '0'))::float8 AS seconds
    FROM source WHERE enabled AND next_sync_at IS NOT NULL`,
  params: {},
  row: { seconds: 'float8?' },
});

/** What is wrong with it, if anything: its own state where it has one, else whether its last run failed. */
export const states = statement({
  text: `SELECT lower(s.kind::text) AS kind, count(*) AS count,
      coalesce(lower(c.state::text), CASE WHEN s.failure_kind IS NOT NULL THEN 'failing'
        WHEN s.last_complete_at IS NULL THEN 'new' ELSE 'ok' END) AS state
    FROM source s LEFT JOIN calendar c ON c.id = s.id WHERE s.enabled GROUP BY 1, 3`,
  params: {},
  row: { kind: 'text!', count: 'int8', state: 'text!' },
});
