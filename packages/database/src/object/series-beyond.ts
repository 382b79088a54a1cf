import { setImmediate as turn } from 'node:timers/promises';
import type { EventComponent, Flag, Occurrence } from '@atelier/calendar/occurrence';
import { readObject } from '@atelier/calendar/read/read-object';
import { OWNER_ADDRESSES } from '../calendar/owner-addresses.ts';
import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

type Query = Database['query'] | Transaction['query'];

export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** One instance of a series, worked out when it is asked for. */
export interface BeyondRow {
  readonly objectId: string;
  readonly calendarId: string;
  readonly uid: string;
  readonly occurrence: Occurrence;
  readonly event: EventComponent;
  readonly flags: readonly Flag[];
}

interface SeriesRow {
  readonly id: string;
  readonly calendarId: string;
  readonly uid: string;
  readonly source: string;
  readonly timeZone: string;
  readonly ownerAddresses: readonly string[];
}

/** Whether the stored occurrences of a calendar are all that there is in a span ($2, $3): SQL on `calendar`. */
export const COVERS = `coalesce(calendar.horizon_from <= $2 AND calendar.horizon_to >= $3, false)`;

/** Others take their turn after so many objects; each is bounded by itself (S13). */
const AT_ONCE = 16;

/**
 * The instances in a span of all series in those of the calendars whose stored occurrences do not reach as far: read as
 * they are read for storing, by the same owner and in the same zone, so that it never matters which of both was asked.
 */
export async function seriesBeyond(
  query: Query,
  calendarIds: readonly string[],
  { from, to }: Span,
): Promise<readonly BeyondRow[]> {
  if (calendarIds.length === 0) return [];
  const series = await query<SeriesRow>(
    `SELECT x.id, x.calendar_id AS "calendarId", x.uid, x.source, calendar.time_zone AS "timeZone", ${OWNER_ADDRESSES}
     FROM calendar JOIN calendar_object x ON x.calendar_id = calendar.id
     WHERE calendar.id = ANY ($1::uuid[]) AND NOT ${COVERS} AND x.recurring AND x.first_start < $3
       AND (x.last_end IS NULL OR x.last_end > $2) ORDER BY x.id`,
    [calendarIds, from, to],
  );
  const rows: BeyondRow[] = [];
  for (const [index, one] of series.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await turn();
    rows.push(...instancesOf(one, { from, to }));
  }
  return rows;
}

function instancesOf(series: SeriesRow, { from, to }: Span): readonly BeyondRow[] {
  const { id: objectId, calendarId, uid, source, timeZone: zone, ownerAddresses: owner } = series;
  const read = readObject(source, { zone, owner, from: from.getTime(), to: to.getTime() });
  if (!read.ok) return [];
  const { components, flags, occurrences } = read.object;
  return occurrences.flatMap((occurrence) => {
    const event = components[occurrence.component];
    return event ? [{ objectId, calendarId, uid, occurrence, event, flags }] : [];
  });
}
