import type { Opaque } from '@atelier/providers/json';
import { known, statement } from '../statement.ts';

const NO_PROGRESS = 'progress_done = NULL, progress_total = NULL';

export const progress = statement({
  text: 'UPDATE calendar SET cursor = $cursor, progress_done = $done, progress_total = $total WHERE id = $id',
  params: { id: 'uuid', cursor: known<Opaque>('jsonb'), done: 'int4', total: 'int4?' },
  row: {},
});

export const complete = statement({
  text: `UPDATE calendar SET cursor = $cursor, remote_version = $remoteVersion, state = 'OK', ${NO_PROGRESS},
      held_hrefs = '{}', held_at = NULL, held_approved = false
    WHERE id = $id`,
  params: { id: 'uuid', cursor: known<Opaque>('jsonb'), remoteVersion: 'text?' },
  row: {},
});

export const readState = statement({
  text: 'SELECT state FROM calendar WHERE id = $id',
  params: { id: 'uuid' },
  row: { state: 'CalendarState' },
});

export const fail = statement({
  text: `UPDATE calendar SET state = CASE WHEN state = 'HELD' THEN state ELSE $state END, ${NO_PROGRESS}
    WHERE id = $id`,
  params: { id: 'uuid', state: 'CalendarState' },
  row: {},
});

export const hold = statement({
  text: `UPDATE calendar SET state = 'HELD', held_hrefs = $hrefs, held_at = coalesce(held_at, $at),
      held_approved = false, ${NO_PROGRESS}
    WHERE id = $id`,
  params: { id: 'uuid', hrefs: 'text[]', at: 'timestamptz' },
  row: {},
});

export const stopProgress = statement({
  text: `UPDATE calendar SET ${NO_PROGRESS}
    FROM unnest($ids::uuid[], $tokens::uuid[]) AS run(id, token) JOIN source s ON s.id = run.id
    WHERE calendar.id = run.id AND s.lease_owner = run.token AND progress_done IS NOT NULL`,
  params: { ids: 'uuid[]', tokens: 'uuid[]' },
  row: {},
});

/** A booking was accepted while some calendar could not be asked. */
export const readDoubt = statement({
  text: 'SELECT EXISTS (SELECT 1 FROM booking WHERE unverified) AS doubted',
  params: {},
  row: { doubted: 'bool' },
});

export const notifyStatus = statement({
  text: "SELECT pg_notify('atelier_status', $payload) AS told",
  params: { payload: 'text' },
  row: { told: 'void' },
});
