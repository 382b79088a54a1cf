import type { Opaque } from '@atelier/providers/json';
import { known, statement } from '../statement.ts';
import { OWNER_ADDRESSES } from './owner-addresses.ts';

/** Whether its provider tells of what changes in it. Microsoft does so of a person's own mailbox, not of what others share. */
const TOLD = `EXISTS (SELECT 1 FROM hint_channel h WHERE h.connection_id = calendar.connection_id
        AND h.state = 'ACTIVE' AND coalesce(h.calendar_id, calendar.id) = calendar.id
        AND NOT (h.means = 'graph' AND calendar.owned_by_other)`;

/** A server that reaches us for one calendar of the account does so for the others. */
const PROVEN = ` AND EXISTS (SELECT 1 FROM hint_channel p WHERE p.connection_id = h.connection_id
          AND p.means = h.means AND p.proven_at IS NOT NULL)`;

export const selectRuns = statement({
  text: `SELECT calendar.id, calendar.connection_id AS "connectionId", href, name, color, read_only AS "readOnly",
      owned_by_other AS "ownedByOther", time_zone AS "timeZone", state, capabilities, cursor,
      remote_version AS "remoteVersion", interval_seconds AS "intervalSeconds", failures, held_hrefs AS "heldHrefs",
      held_approved AS "heldApproved", requested_at AS "requestedAt", full_requested AS "fullRequested",
      last_complete_at AS "lastCompleteAt", last_audit_at AS "lastAuditAt", last_changed_at AS "lastChangedAt",
      next_sync_at AS "nextSyncAt", push_at AS "pushAt", interval_chosen AS "intervalChosen",
      watched_until AS "watchedUntil", rest_seconds AS "restSeconds",
      ${TOLD}) AS told, ${TOLD}${PROVEN}) AS hearing, horizon_from AS "horizonFrom", horizon_to AS "horizonTo", ${OWNER_ADDRESSES}
    FROM calendar JOIN source ON source.id = calendar.id
    WHERE calendar.id = ANY ($ids) AND href IS NOT NULL AND next_sync_at IS NOT NULL ORDER BY calendar.id`,
  params: { ids: 'uuid[]' },
  row: {
    id: 'uuid',
    connectionId: 'uuid!',
    href: 'text!',
    name: 'text',
    color: 'text?',
    readOnly: 'bool',
    ownedByOther: 'bool',
    timeZone: 'text',
    state: 'CalendarState',
    capabilities: known<Opaque>('jsonb'),
    cursor: known<Opaque | null>('jsonb?'),
    remoteVersion: 'text?',
    intervalSeconds: 'int4',
    failures: 'int4',
    heldHrefs: 'text[]',
    heldApproved: 'bool',
    requestedAt: 'timestamptz?',
    fullRequested: 'bool',
    lastCompleteAt: 'timestamptz?',
    lastAuditAt: 'timestamptz?',
    lastChangedAt: 'timestamptz?',
    nextSyncAt: 'timestamptz!',
    pushAt: 'timestamptz?',
    intervalChosen: 'bool',
    watchedUntil: 'timestamptz?',
    restSeconds: 'int4',
    told: 'bool',
    hearing: 'bool',
    horizonFrom: 'timestamptz?',
    horizonTo: 'timestamptz?',
    ownerAddresses: 'text[]',
  },
});
