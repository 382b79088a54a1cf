import type { Transaction } from '../transaction.ts';
import { OWNER_ADDRESSES } from './owner-addresses.ts';

/** A calendar as a writer of objects needs to know it. */
export interface CalendarPlace {
  readonly id: string;
  /** Null for a calendar of Atelier's own, which nothing is pushed from. */
  readonly connectionId: string | null;
  /** Path at the provider with a final slash; null for a calendar of Atelier's own. */
  readonly href: string | null;
  readonly timeZone: string;
  readonly readOnly: boolean;
  /** Somebody else's, shared with the account: the server may show some of its events masked. */
  readonly ownedByOther: boolean;
  readonly state: 'NEW' | 'OK' | 'HELD' | 'FAILING' | 'GONE';
  readonly onConflict: 'REMOTE' | 'LOCAL' | 'ASK';
  readonly horizonFrom: Date | null;
  readonly horizonTo: Date | null;
  /** Lower or upper case; see `OWNER_ADDRESSES`. */
  readonly ownerAddresses: readonly string[];
}

/**
 * Locks calendars for the rest of the transaction, always in the order of their ids. Whoever writes objects
 * locks their calendar first: pulls, pushes and people take turns and never wait for each other in a circle.
 */
export async function lockCalendars(
  transaction: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CalendarPlace>> {
  const rows = await transaction.query<CalendarPlace>(
    `SELECT id, connection_id AS "connectionId", href, time_zone AS "timeZone", read_only AS "readOnly",
            owned_by_other AS "ownedByOther", state,
            on_conflict AS "onConflict", horizon_from AS "horizonFrom", horizon_to AS "horizonTo", ${OWNER_ADDRESSES}
     FROM calendar WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export async function lockCalendar(transaction: Transaction, id: string): Promise<CalendarPlace | null> {
  return (await lockCalendars(transaction, [id])).get(id) ?? null;
}
