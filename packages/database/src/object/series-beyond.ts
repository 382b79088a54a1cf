import { setImmediate as turn } from 'node:timers/promises';
import type { EventComponent, Flag, Occurrence } from '@atelier/calendar/occurrence';
import { readObject } from '@atelier/calendar/read/read-object';
import type { Queryable } from '../database.ts';
import type { RowOf } from '../statement.ts';
import { uncoveredSeries } from './series-beyond.sql.ts';

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

type SeriesRow = RowOf<typeof uncoveredSeries>;

/** Others take their turn after so many objects; each is bounded by itself (S13). */
const AT_ONCE = 16;

/**
 * The instances in a span of all series in those of the calendars whose stored occurrences do not reach as far: read as
 * they are read for storing, by the same owner and in the same zone, so that it never matters which of both was asked.
 */
export async function seriesBeyond(
  { query }: Queryable,
  calendarIds: readonly string[],
  { from, to }: Span,
): Promise<readonly BeyondRow[]> {
  if (calendarIds.length === 0) return [];
  const series = await query(uncoveredSeries, { calendarIds, from, to });
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
