import type { EventRow, RowTime, SeriesRows } from '../../rows/series-rows.ts';
import { ruleOfRecurrence } from '../rule/rule-of-recurrence.ts';
import { eventLines } from './event-lines.ts';
import type { GraphEvent } from './graph-event.ts';
import { rowTimeOf, zoneOfEvent } from './graph-time.ts';

/** A single event, or a master with its changed instances. */
export interface GraphSeries {
  readonly master: GraphEvent;
  readonly exceptions: readonly GraphEvent[];
  /** Starts of cancelled instances, where the ids of them do not tell (see `cancelledIn`). */
  readonly cancelled?: readonly Temporal.Instant[];
}

/** Why a series cannot be said in iCalendar. */
export type Unreadable = 'zone' | 'rule' | 'cancelled';

/** In lines each field after the other; `own` keeps them apart. */
export interface GraphRow extends EventRow {
  readonly own: ReturnType<typeof eventLines>;
  readonly event: GraphEvent;
}

export interface GraphRows extends SeriesRows {
  readonly master: GraphRow;
  readonly exceptions: readonly { readonly original: RowTime; readonly row: GraphRow }[];
}

export function rowsOfSeries(series: GraphSeries, uid: string): GraphRows | Unreadable {
  const { master, exceptions } = series;
  const recurring = master.recurrence != null;
  const zone = zoneOfEvent(master);
  if (zone === null && recurring) return 'zone';
  const row = graphRow(master, zone ?? 'UTC');
  if (master.recurrence && ruleOfRecurrence(master.recurrence, row.start) === null) return 'rule';
  const cancelled = cancelledIn(series, row.start);
  if (cancelled === null) return 'cancelled';
  return {
    uid,
    master: row,
    exceptions: exceptions.flatMap((exception) => {
      const original = originalOf(exception, row.start);
      return original === null ? [] : [{ original, row: graphRow(exception, zone ?? 'UTC') }];
    }),
    cancelled,
  };
}

function graphRow(event: GraphEvent, zone: string): GraphRow {
  const allDay = event.isAllDay === true;
  const start = rowTimeOf(event.start, allDay, zone);
  const own = eventLines(event, start);
  const stamp = Temporal.Instant.from(
    event.lastModifiedDateTime ?? event.createdDateTime ?? '1970-01-01T00:00Z',
  );
  return {
    start,
    end: rowTimeOf(event.end, allDay, zone),
    stamp,
    lines: Object.values(own).flat(),
    own,
    event,
  };
}

/** The start that the series had for a changed instance; whole days are named by midnight in UTC. */
export function originalOf({ originalStart }: GraphEvent, first: RowTime): RowTime | null {
  if (!originalStart) return null;
  if (first.kind === 'date')
    return { kind: 'date', date: Temporal.PlainDate.from(originalStart.slice(0, 10)) };
  return { kind: 'utc', at: Temporal.Instant.from(originalStart) };
}

/**
 * The starts of cancelled instances. Their ids end in the date that they were on, `OID.<id>.2026-03-05`; where one does
 * not, nobody knows which is meant: null, and the instances that are left have to be asked for.
 */
function cancelledIn(series: GraphSeries, first: RowTime): readonly RowTime[] | null {
  if (series.cancelled) {
    return series.cancelled.map((at) =>
      first.kind === 'date'
        ? { kind: 'date', date: at.toZonedDateTimeISO('UTC').toPlainDate() }
        : { kind: 'utc', at },
    );
  }
  const dates = (series.master.cancelledOccurrences ?? []).map(
    (id) => /(\d{4}-\d\d-\d\d)$/.exec(id)?.[1] ?? null,
  );
  if (dates.includes(null)) return null;
  return dates.flatMap((date) => (date === null ? [] : [onDate(Temporal.PlainDate.from(date), first)]));
}

/** An instance on a date, at the time of day of its series. */
function onDate(date: Temporal.PlainDate, first: RowTime): RowTime {
  switch (first.kind) {
    case 'date':
      return { kind: 'date', date };
    case 'utc': {
      const plainTime = first.at.toZonedDateTimeISO('UTC').toPlainTime();
      return { kind: 'utc', at: date.toZonedDateTime({ timeZone: 'UTC', plainTime }).toInstant() };
    }
    case 'zoned': {
      const { timeZoneId: timeZone } = first.at;
      return { kind: 'zoned', at: date.toZonedDateTime({ timeZone, plainTime: first.at.toPlainTime() }) };
    }
    case 'floating':
      return { kind: 'floating', wall: date.toPlainDateTime(first.wall.toPlainTime()) };
  }
}
