import { statement } from '../statement.ts';

/** A connection that is broken for less long than this may mend itself; nobody is disturbed for it. */
const PATIENCE = '30 minutes';

/** Of the connection `k`: admins are to be told that it stays broken, or that it works again. */
const BROKEN = `k.alerted_at IS NULL AND k.broken_since IS NOT NULL
    AND (k.state = 'CREDENTIALS' OR k.broken_since <= $now::timestamptz - interval '${PATIENCE}')
    AND EXISTS (SELECT 1 FROM source s WHERE s.connection_id = k.id AND s.enabled)`;
const HEALED = 'k.alerted_at IS NOT NULL AND k.broken_since IS NULL';

export const connectionsToTell = statement({
  text: `SELECT k.id FROM connection k WHERE (${BROKEN}) OR (${HEALED}) ORDER BY k.broken_since, k.id`,
  params: { now: 'timestamptz' },
  row: { id: 'uuid' },
});

const ALERTED = `SELECT k.id, k.name, k.address AS host, u.name AS owner,
       coalesce(k.broken_since, k.alerted_at) AS since, coalesce(k.failure_message, '') AS message,
       coalesce(k.failure_hint, '') AS hint
     FROM connection k JOIN "user" u ON u.id = k.owner_id`;
const row = {
  id: 'uuid',
  name: 'text',
  host: 'text',
  owner: 'text',
  since: 'timestamptz',
  message: 'text',
  hint: 'text',
} as const;

export const brokenToTell = statement({
  text: `${ALERTED} WHERE k.id = $id AND ${BROKEN} FOR UPDATE OF k SKIP LOCKED`,
  params: { id: 'uuid', now: 'timestamptz' },
  row,
});

export const healedToTell = statement({
  text: `${ALERTED} WHERE k.id = $id AND ${HEALED} FOR UPDATE OF k SKIP LOCKED`,
  params: { id: 'uuid' },
  row,
});
