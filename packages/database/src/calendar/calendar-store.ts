import type { Opaque } from '@atelier/providers/json';
import type { Database, Queryable } from '../database.ts';
import { type Transaction, transact } from '../transaction.ts';

export interface NewCalendar {
  readonly id: string;
  readonly ownerId: string;
  readonly connectionId: string;
  readonly href: string;
  readonly name: string;
  readonly color: string | null;
  readonly description: string | null;
  /** IANA name. */
  readonly timeZone: string;
  readonly readOnly: boolean;
  readonly ownedByOther: boolean;
  readonly enabled: boolean;
  readonly capabilities: Opaque;
  readonly nextSyncAt: Date;
}

export async function insertCalendars(
  transaction: Transaction,
  calendars: readonly NewCalendar[],
): Promise<void> {
  for (const calendar of calendars) {
    await transaction.query(
      `INSERT INTO calendar (id, owner_id, connection_id, href, name, color, description, time_zone, read_only, enabled,
                             capabilities, next_sync_at, owned_by_other)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (connection_id, href) DO NOTHING`,
      [
        calendar.id,
        calendar.ownerId,
        calendar.connectionId,
        calendar.href,
        calendar.name,
        calendar.color,
        calendar.description,
        calendar.timeZone,
        calendar.readOnly,
        calendar.enabled,
        JSON.stringify(calendar.capabilities),
        calendar.nextSyncAt,
        calendar.ownedByOther,
      ],
    );
  }
}

export interface OwnCalendar {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly kind: 'PERSONAL' | 'GROUP' | 'MISSION';
}

/** A calendar of Atelier's own: no provider, nothing to keep in step. */
export async function insertOwnCalendar(transaction: Transaction, calendar: OwnCalendar): Promise<void> {
  await transaction.query(
    `INSERT INTO calendar (id, owner_id, name, time_zone, kind, state)
     VALUES ($1, $2, $3, $4, $5::"CalendarKind", 'OK')`,
    [calendar.id, calendar.ownerId, calendar.name, calendar.timeZone, calendar.kind],
  );
}

/** What the provider says of a calendar; a person's own name and colour stay. */
export interface RemoteTraits {
  readonly name: string;
  readonly color: string | null;
  readonly description: string | null;
  readonly readOnly: boolean;
  readonly ownedByOther: boolean;
  readonly capabilities: Opaque;
}

export async function updateTraits(
  database: Database,
  calendarId: string,
  traits: RemoteTraits,
): Promise<void> {
  await transact(database, async (transaction) => {
    const changed = await transaction.query(
      `UPDATE calendar SET name = $2, color = $3, description = $4, read_only = $5, capabilities = $6,
              owned_by_other = $7
       WHERE id = $1 AND (name, coalesce(color, ''), coalesce(description, ''), read_only, capabilities, owned_by_other)
         IS DISTINCT FROM ($2, coalesce($3, ''), coalesce($4, ''), $5, $6::jsonb, $7) RETURNING 1`,
      [
        calendarId,
        traits.name,
        traits.color,
        traits.description,
        traits.readOnly,
        JSON.stringify(traits.capabilities),
        traits.ownedByOther,
      ],
    );
    if (changed.length > 0) transaction.announce({ topic: 'calendars', calendarId });
  });
}

export interface CalendarPatch {
  readonly ownName?: string | undefined;
  readonly ownColor?: string | undefined;
  readonly enabled?: boolean | undefined;
  readonly intervalSeconds?: number | undefined;
  /** False gives the interval back to Atelier, which follows how much happens. */
  readonly intervalChosen?: boolean | undefined;
  readonly onConflict?: 'REMOTE' | 'LOCAL' | 'ASK' | undefined;
}

/** A newly chosen calendar or a shorter interval takes effect at once. */
export async function patchCalendar(
  transaction: Transaction,
  id: string,
  patch: CalendarPatch,
  now: Date,
): Promise<void> {
  await transaction.query(
    `UPDATE calendar SET own_name = coalesce($2, own_name), own_color = coalesce($3, own_color),
            enabled = coalesce($4, enabled), interval_seconds = coalesce($5, interval_seconds),
            on_conflict = coalesce($6::"ConflictPolicy", on_conflict), interval_chosen = coalesce($8, interval_chosen),
            next_sync_at = CASE WHEN $4 AND NOT enabled THEN $7
                                WHEN $5 IS NOT NULL THEN least(next_sync_at, $7::timestamptz + make_interval(secs => $5))
                                ELSE next_sync_at END
     WHERE id = $1`,
    [
      id,
      patch.ownName ?? null,
      patch.ownColor ?? null,
      patch.enabled ?? null,
      patch.intervalSeconds ?? null,
      patch.onConflict ?? null,
      now,
      patch.intervalChosen ?? null,
    ],
  );
}

/** Puts calendars at the head of the queue, whatever their back-off, and wakes the workers. */
export async function requestRuns(
  database: Database,
  ids: readonly string[],
  request: { readonly full: boolean; readonly now: Date },
): Promise<void> {
  await transact(database, async (transaction) => {
    await transaction.query(
      `UPDATE calendar SET requested_at = $2, full_requested = full_requested OR $3
       WHERE id = ANY ($1::uuid[])`,
      [ids, request.now, request.full],
    );
    await transaction.query(
      'UPDATE connection SET retry_at = NULL WHERE id IN (SELECT connection_id FROM calendar WHERE id = ANY ($1::uuid[]))',
      [ids],
    );
    await transaction.query("SELECT pg_notify('atelier_due', '')");
  });
}

export async function approveHeld(database: Database, id: string, now: Date): Promise<void> {
  await transact(database, async (transaction) => {
    await transaction.query('UPDATE calendar SET held_approved = true WHERE id = $1', [id]);
    transaction.announce({ topic: 'calendars', calendarId: id });
  });
  await requestRuns(database, [id], { full: false, now });
}

/**
 * Something waits for these calendars: what had failed is tried again within their own interval, however long the
 * back-off has become; not where the server itself said when to come back.
 */
export async function shortenWait(source: Queryable, ids: readonly string[], now: Date): Promise<void> {
  const soon = `$2::timestamptz + make_interval(secs => c.interval_seconds)`;
  await source.query(
    `UPDATE calendar c SET next_sync_at = ${soon} FROM connection k
     WHERE c.id = ANY ($1::uuid[]) AND k.id = c.connection_id AND c.next_sync_at > ${soon}
       AND coalesce(c.failure_kind, k.failure_kind, 'held') NOT IN ('held', 'throttled')`,
    [ids, now],
  );
  await source.query(
    `UPDATE connection k SET retry_at = ${soon} FROM calendar c
     WHERE c.id = ANY ($1::uuid[]) AND k.id = c.connection_id AND k.retry_at > ${soon}
       AND k.failure_kind IS DISTINCT FROM 'throttled'`,
    [ids, now],
  );
}

/**
 * Somebody has these calendars on the screen, for the next minute and a half at least: what is older than 15 s is asked
 * at once. What fails is tried within its interval, what waits
 * for a person keeps its own time.
 */
export async function markWatched(database: Database, ids: readonly string[], now: Date): Promise<void> {
  await database.query(
    `UPDATE calendar SET watched_until = $2::timestamptz + interval '90 seconds',
            next_sync_at = CASE WHEN failures = 0 AND state <> 'HELD'
                                THEN least(next_sync_at, greatest($2, last_complete_at + interval '15 seconds'))
                                ELSE next_sync_at END
     WHERE id = ANY ($1::uuid[]) AND connection_id IS NOT NULL
       AND (watched_until IS NULL OR watched_until < $2::timestamptz + interval '75 seconds')`,
    [ids, now],
  );
  await shortenWait(database, ids, now);
}
