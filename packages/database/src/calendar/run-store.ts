import type { Opaque } from '@atelier/providers/json';
import type { Database, Queryable } from '../database.ts';
import { type Transaction, transact } from '../transaction.ts';
import type { CalendarLease } from './calendar-lease.ts';
import { holdLease } from './calendar-lease.ts';
import { OWNER_ADDRESSES } from './owner-addresses.ts';

/** A calendar as a run needs to know it. */
export interface RunCalendar {
  readonly id: string;
  readonly connectionId: string;
  readonly href: string;
  readonly name: string;
  readonly color: string | null;
  readonly readOnly: boolean;
  readonly ownedByOther: boolean;
  readonly timeZone: string;
  readonly state: 'NEW' | 'OK' | 'HELD' | 'FAILING' | 'GONE';
  readonly capabilities: Opaque;
  readonly cursor: Opaque | null;
  readonly remoteVersion: string | null;
  readonly intervalSeconds: number;
  readonly failures: number;
  readonly heldHrefs: readonly string[];
  readonly heldApproved: boolean;
  readonly requestedAt: Date | null;
  readonly fullRequested: boolean;
  readonly lastCompleteAt: Date | null;
  readonly lastAuditAt: Date | null;
  readonly lastChangedAt: Date | null;
  readonly nextSyncAt: Date;
  /** When the next of the waiting writes is to be tried; null when none waits. */
  readonly pushAt: Date | null;
  readonly intervalChosen: boolean;
  readonly watchedUntil: Date | null;
  readonly horizonFrom: Date | null;
  readonly horizonTo: Date | null;
  readonly ownerAddresses: readonly string[];
}

export async function runCalendars(
  database: Database,
  ids: readonly string[],
): Promise<readonly RunCalendar[]> {
  return database.query<RunCalendar>(
    `SELECT id, connection_id AS "connectionId", href, name, color, read_only AS "readOnly",
            owned_by_other AS "ownedByOther", time_zone AS "timeZone", state, capabilities, cursor, remote_version AS "remoteVersion",
            interval_seconds AS "intervalSeconds", failures, held_hrefs AS "heldHrefs", held_approved AS "heldApproved",
            requested_at AS "requestedAt", full_requested AS "fullRequested",
            last_complete_at AS "lastCompleteAt", last_audit_at AS "lastAuditAt",
            last_changed_at AS "lastChangedAt", next_sync_at AS "nextSyncAt", push_at AS "pushAt",
            interval_chosen AS "intervalChosen", watched_until AS "watchedUntil",
            horizon_from AS "horizonFrom", horizon_to AS "horizonTo", ${OWNER_ADDRESSES}
     FROM calendar WHERE id = ANY ($1::uuid[]) AND href IS NOT NULL ORDER BY id`,
    [ids],
  );
}

/** Somebody may ask again while a run is under way: that wish stays for the next one. */
const REQUEST_SERVED = (startedAt: string) =>
  `requested_at = CASE WHEN requested_at > ${startedAt} THEN requested_at END`;

export interface RunProgress {
  readonly cursor: Opaque;
  readonly done: number;
  readonly total: number | null;
}

/** The cursor of a page; in the same transaction as its data, so that it never runs ahead of them (S4). */
export async function saveProgress(
  transaction: Transaction,
  calendarId: string,
  progress: RunProgress,
): Promise<void> {
  await transaction.query(
    'UPDATE calendar SET cursor = $2, progress_done = $3, progress_total = $4 WHERE id = $1',
    [calendarId, JSON.stringify(progress.cursor), progress.done, progress.total],
  );
}

export interface Completion {
  readonly cursor: Opaque;
  readonly remoteVersion: string | null;
  readonly startedAt: Date;
  readonly at: Date;
  readonly nextSyncAt: Date;
  /** The run compared every version, not only what the server reported as changed. */
  readonly audited: boolean;
  readonly changed: boolean;
}

/** The calendar now equals the remote one: honest status, next run, lease given back. */
export async function completeRun(
  transaction: Transaction,
  calendarId: string,
  done: Completion,
): Promise<void> {
  const [run] = await transaction.query<Doubted>(
    `UPDATE calendar SET cursor = $2, remote_version = $3, state = 'OK', last_complete_at = $4, next_sync_at = $5,
            last_audit_at = CASE WHEN $6 THEN $4 ELSE last_audit_at END,
            last_changed_at = CASE WHEN $7 THEN $4 ELSE last_changed_at END,
            full_requested = full_requested AND NOT $6, failures = 0, failure_kind = NULL, failure_message = NULL,
            failure_hint = NULL, progress_done = NULL, progress_total = NULL, held_hrefs = '{}', held_at = NULL,
            held_approved = false, lease_owner = NULL, lease_until = NULL, ${REQUEST_SERVED('$8')}
     WHERE id = $1 RETURNING ${DOUBTED}`,
    [
      calendarId,
      JSON.stringify(done.cursor),
      done.remoteVersion,
      done.at,
      done.nextSyncAt,
      done.audited,
      done.changed,
      done.startedAt,
    ],
  );
  if (run?.doubted) lookAgainSoon(transaction);
}

/** Nothing changed at the provider: only the clock of these calendars moves, all in one statement. */
export async function completeQuietRuns(
  database: Database,
  runs: readonly { readonly lease: CalendarLease; readonly nextSyncAt: Date }[],
  at: Date,
  startedAt: Date,
): Promise<void> {
  if (runs.length === 0) return;
  const done = await database.query<Doubted>(
    `UPDATE calendar SET last_complete_at = $1, next_sync_at = run.next_sync_at, state = 'OK', failures = 0,
            failure_kind = NULL, failure_message = NULL, failure_hint = NULL, lease_owner = NULL, lease_until = NULL,
            ${REQUEST_SERVED('$5')}
     FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) AS run(id, token, next_sync_at)
     WHERE calendar.id = run.id AND calendar.lease_owner = run.token RETURNING ${DOUBTED}`,
    [
      at,
      runs.map(({ lease }) => lease.calendarId),
      runs.map(({ lease }) => lease.token),
      runs.map(({ nextSyncAt }) => nextSyncAt),
      startedAt,
    ],
  );
  if (done.some(({ doubted }) => doubted))
    await transact(database, async (transaction) => lookAgainSoon(transaction));
}

interface Doubted {
  /** A booking was accepted while some calendar could not be asked. */
  readonly doubted: boolean;
}

const DOUBTED = 'EXISTS (SELECT 1 FROM booking WHERE unverified) AS doubted';

/** Now that this calendar has been read, such a booking may be certain. */
function lookAgainSoon(transaction: Transaction): void {
  transaction.enqueue('look-for-due', { kind: 'reverify-booking' });
}

export interface Failure {
  readonly kind: string;
  readonly message: string;
  readonly hint: string;
}

/** How long something that failed waits. */
export interface Wait {
  readonly until: Date;
  /** Only a scheduled run that failed makes the next wait longer; one that was asked for may only shorten it. */
  readonly counts: boolean;
  /** The server said when to come back. */
  readonly told: boolean;
}

/** A wait in SQL: what it comes to for a column. What was told is kept to, whoever asked. */
export const waitUntil = (column: string, until: string, counts: string, told: string) =>
  `CASE WHEN ${told} THEN greatest(${column}, ${until}::timestamptz) WHEN ${counts} THEN ${until}::timestamptz
        ELSE least(${column}, ${until}::timestamptz) END`;

export interface RunFailure extends Failure {
  readonly state: 'FAILING' | 'GONE';
  readonly startedAt: Date;
  readonly wait: Wait;
}

/** What was gone and comes back may be another calendar: its cursor is not relied upon any more (S4). */
export async function failRun(database: Database, lease: CalendarLease, failure: RunFailure): Promise<void> {
  await transact(database, async (transaction) => {
    await holdLease(transaction, lease);
    const [before] = await transaction.query<{ state: string; message: string | null }>(
      'SELECT state, failure_message AS message FROM calendar WHERE id = $1',
      [lease.calendarId],
    );
    await transaction.query(
      `UPDATE calendar SET state = CASE WHEN state = 'HELD' THEN state ELSE $2::"CalendarState" END,
              full_requested = full_requested OR $3 = 'not-found',
              failures = failures + CASE WHEN $8 THEN 1 ELSE 0 END, failure_kind = $3, failure_message = $4,
              failure_hint = $5, next_sync_at = ${waitUntil('next_sync_at', '$6', '$8', '$9')},
              progress_done = NULL, progress_total = NULL, lease_owner = NULL, lease_until = NULL,
              ${REQUEST_SERVED('$7')}
       WHERE id = $1`,
      [
        lease.calendarId,
        failure.state,
        failure.kind,
        failure.message,
        failure.hint,
        failure.wait.until,
        failure.startedAt,
        failure.wait.counts,
        failure.wait.told,
      ],
    );
    const news = before?.state !== failure.state || before.message !== failure.message;
    if (news) transaction.announce({ topic: 'calendars', calendarId: lease.calendarId });
  });
}

/**
 * Something would delete much: nothing is deleted, the cursor stays, a person is asked (S8). Whatever comes next
 * compares everything, for a delta that has been told once may not be told again.
 */
export async function holdRun(
  database: Database,
  lease: CalendarLease,
  held: {
    readonly hrefs: readonly string[];
    readonly startedAt: Date;
    readonly at: Date;
    readonly nextSyncAt: Date;
    readonly why: Failure;
  },
): Promise<void> {
  await transact(database, async (transaction) => {
    await holdLease(transaction, lease);
    await transaction.query(
      `UPDATE calendar SET state = 'HELD', full_requested = true, held_hrefs = $2, held_at = coalesce(held_at, $3), held_approved = false,
              next_sync_at = $4, failure_kind = $5, failure_message = $6, failure_hint = $7,
              progress_done = NULL, progress_total = NULL, lease_owner = NULL, lease_until = NULL,
              ${REQUEST_SERVED('$8')}
       WHERE id = $1`,
      [
        lease.calendarId,
        held.hrefs,
        held.at,
        held.nextSyncAt,
        held.why.kind,
        held.why.message,
        held.why.hint,
        held.startedAt,
      ],
    );
    transaction.announce({ topic: 'calendars', calendarId: lease.calendarId });
  });
}

/** A light, undurable word to open browsers: progress and "last synced" move, contents do not. */
export async function tellStatus(database: Database, calendarIds: readonly string[]): Promise<void> {
  if (calendarIds.length === 0) return;
  // A notification carries 8,000 bytes at most; many ids mean "look at all of them".
  const payload = calendarIds.length > 100 ? '*' : calendarIds.join(',');
  await database.query("SELECT pg_notify('atelier_status', $1)", [payload]);
}

/** The account as a whole did not answer: its calendars wait with it. */
export async function postponeRuns(
  database: Database,
  leases: readonly CalendarLease[],
  { startedAt, wait }: { readonly startedAt: Date; readonly wait: Wait },
): Promise<void> {
  await database.query(
    `UPDATE calendar SET next_sync_at = ${waitUntil('next_sync_at', '$2', '$5', '$6')}, progress_done = NULL,
            progress_total = NULL, lease_owner = NULL,
            lease_until = NULL, ${REQUEST_SERVED('$3')}
     FROM unnest($1::uuid[], $4::uuid[]) AS run(id, token)
     WHERE calendar.id = run.id AND calendar.lease_owner = run.token RETURNING ${DOUBTED}`,
    [
      leases.map(({ calendarId }) => calendarId),
      wait.until,
      startedAt,
      leases.map(({ token }) => token),
      wait.counts,
      wait.told,
    ],
  );
}

export async function setHorizon(
  source: Queryable,
  calendarId: string,
  horizon: { readonly from: Date; readonly to: Date },
): Promise<void> {
  await source.query('UPDATE calendar SET horizon_from = $2, horizon_to = $3 WHERE id = $1', [
    calendarId,
    horizon.from,
    horizon.to,
  ]);
}
