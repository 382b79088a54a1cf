import type { EventComponent, Flag } from '@atelier/calendar/occurrence';
import type { Database } from '../database.ts';
import type { Span } from './series-beyond.ts';

export type { Span } from './series-beyond.ts';

/** One occurrence with what is shown of it. Instants are UTC; dates `YYYY-MM-DD`, last day exclusive. */
export interface AgendaRow {
  readonly calendarId: string;
  readonly objectId: string;
  readonly recurrenceId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly allDay: boolean;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly busy: boolean;
  readonly event: EventComponent;
  readonly recurring: boolean;
  readonly flags: readonly Flag[];
}

const ROW = `o.calendar_id AS "calendarId", o.object_id AS "objectId", o.recurrence_id AS "recurrenceId",
  o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.all_day AS "allDay", o.start_date AS "startDate",
  o.end_date AS "endDate", o.busy, x.components -> o.component AS event, x.recurring, x.flags`;

/** Occurrences that touch the span, by start. `recurring: false` leaves series out. */
export async function occurrencesIn(
  database: Database,
  calendarIds: readonly string[],
  span: Span,
  filter: { readonly recurring: boolean; readonly limit?: number } = { recurring: true },
): Promise<readonly AgendaRow[]> {
  return database.query<AgendaRow>(
    `WITH touching AS (
       SELECT o.* FROM occurrence o WHERE o.calendar_id = ANY ($1::uuid[])
         AND o.starts_at >= $2::timestamptz - interval '8 days' AND o.starts_at < $3
         AND (o.ends_at > $2 OR o.starts_at >= $2) AND o.ends_at - o.starts_at <= interval '8 days'
       UNION ALL
       SELECT o.* FROM occurrence o WHERE o.calendar_id = ANY ($1::uuid[])
         AND o.ends_at > $2 AND o.starts_at < $3 AND o.ends_at - o.starts_at > interval '8 days')
     SELECT ${ROW} FROM touching o
     JOIN calendar_object x ON x.id = o.object_id AND (x.recurring IS NOT TRUE OR $4)
     ORDER BY o.starts_at, o.ends_at, o.object_id, o.ordinal LIMIT $5`,
    [calendarIds, span.from, span.to, filter.recurring, filter.limit ?? null],
  );
}

export interface ObjectDetail {
  readonly id: string;
  readonly calendarId: string;
  readonly href: string;
  readonly uid: string;
  readonly etag: string | null;
  readonly source: string;
  readonly components: readonly EventComponent[];
  readonly flags: readonly Flag[];
  readonly recurring: boolean;
  readonly quarantined: string | null;
  /** Something in it is marked as not for everybody. */
  readonly private: boolean;
  /** Grows with every change of the object. */
  readonly revision: number;
}

const DETAIL = `id, calendar_id AS "calendarId", href, uid, etag, source, components, flags, recurring, quarantined, private, revision`;

export async function findObject(database: Database, id: string): Promise<ObjectDetail | null> {
  const [row] = await database.query<ObjectDetail>(`SELECT ${DETAIL} FROM calendar_object WHERE id = $1`, [
    id,
  ]);
  return row ?? null;
}

export async function objectsOf(database: Database, calendarId: string): Promise<readonly ObjectDetail[]> {
  return database.query<ObjectDetail>(
    `SELECT ${DETAIL} FROM calendar_object WHERE calendar_id = $1 ORDER BY href`,
    [calendarId],
  );
}

export interface QuarantinedRow {
  readonly id: string;
  readonly href: string;
  readonly reason: string;
}

export async function quarantinedObjects(
  database: Database,
  calendarId: string,
): Promise<readonly QuarantinedRow[]> {
  return database.query<QuarantinedRow>(
    `SELECT id, href, quarantined AS reason FROM calendar_object
     WHERE calendar_id = $1 AND quarantined IS NOT NULL ORDER BY href LIMIT 200`,
    [calendarId],
  );
}

/** An event that was mended, or not understood in some part. */
export interface FlaggedRow {
  readonly id: string;
  readonly summary: string;
  readonly flags: readonly Flag[];
  /** Some part of it is not for everybody's eyes. */
  readonly private: boolean;
}

/** The latest first, as they are looked at most. */
export async function flaggedObjects(database: Database, calendarId: string): Promise<readonly FlaggedRow[]> {
  return database.query<FlaggedRow>(
    `SELECT id, coalesce(components -> 0 ->> 'summary', '') AS summary, flags, private
     FROM calendar_object WHERE calendar_id = $1 AND flags <> '{}'
     ORDER BY first_start DESC NULLS LAST, id LIMIT 200`,
    [calendarId],
  );
}
