import type { ProviderKind } from '@atelier/providers/kinds';
import { known, statement } from '../statement.ts';
import { OWNER_ADDRESSES } from './owner-addresses.ts';

export const calendarsToLock = statement({
  text: `SELECT id, connection_id AS "connectionId", href, time_zone AS "timeZone", read_only AS "readOnly",
            owned_by_other AS "ownedByOther", state, on_conflict AS "onConflict", horizon_from AS "horizonFrom",
            horizon_to AS "horizonTo",
            (SELECT kind FROM connection WHERE id = calendar.connection_id) AS provider, ${OWNER_ADDRESSES}
     FROM calendar WHERE id = ANY ($ids) ORDER BY id FOR UPDATE`,
  params: { ids: 'uuid[]' },
  row: {
    id: 'uuid',
    /** Null for a calendar of Atelier's own, which nothing is pushed from. */
    connectionId: 'uuid?',
    /** Of its account. */
    provider: known<ProviderKind | null>('text?'),
    /** Path at the provider with a final slash; null for a calendar of Atelier's own. */
    href: 'text?',
    timeZone: 'text',
    readOnly: 'bool',
    /** Somebody else's, shared with the account: the server may show some of its events masked. */
    ownedByOther: 'bool',
    state: 'CalendarState',
    onConflict: 'ConflictPolicy',
    horizonFrom: 'timestamptz?',
    horizonTo: 'timestamptz?',
    /** Lower or upper case. */
    ownerAddresses: 'text[]',
  },
});

/** What decides whether a text can be kept there. */
export const fittingOfCalendar = statement({
  text: `SELECT (SELECT kind FROM connection WHERE id = calendar.connection_id) AS provider, ${OWNER_ADDRESSES}
     FROM calendar WHERE id = $id`,
  params: { id: 'uuid' },
  row: { provider: known<ProviderKind | null>('text?'), ownerAddresses: 'text[]' },
});

export const addRevision = statement({
  text: 'UPDATE calendar SET revision = revision + 1 WHERE id = $id',
  params: { id: 'uuid' },
  row: {},
});

export const heldIn = statement({
  text: 'SELECT cardinality(held_hrefs) AS held FROM calendar WHERE id = $id',
  params: { id: 'uuid' },
  row: { held: 'int4' },
});

export const placesOfAccount = statement({
  text: 'SELECT href FROM calendar WHERE connection_id = $connectionId',
  params: { connectionId: 'uuid' },
  row: { href: 'text?' },
});
