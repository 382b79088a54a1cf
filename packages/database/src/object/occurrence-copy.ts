import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Occurrence } from '@atelier/calendar/occurrence';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { storableInstant } from './storable-time.ts';

const COLUMNS =
  'calendar_id, object_id, ordinal, component, recurrence_id, starts_at, ends_at, all_day, start_date, end_date, busy';
/** Rows per write: large enough to be quick, small enough to let other work in between. */
const SLICE = 500;

/** Inserts occurrences by COPY, several times faster than INSERT for the thousands a first sync brings. */
export async function copyOccurrences(
  client: pg.PoolClient,
  calendarId: string,
  objects: readonly { readonly id: string; readonly occurrences: readonly Occurrence[] }[],
): Promise<void> {
  if (objects.every((object) => object.occurrences.length === 0)) return;
  const stream = client.query(copyFrom(`COPY occurrence (${COLUMNS}) FROM STDIN`));
  const done = finished(stream);
  let lines = '';
  let count = 0;
  for (const { id, occurrences } of objects) {
    for (const [ordinal, occurrence] of occurrences.entries()) {
      lines += line(calendarId, id, ordinal, occurrence);
      count += 1;
      if (count % SLICE !== 0) continue;
      if (!stream.write(lines)) await Promise.race([once(stream, 'drain'), done]);
      lines = '';
    }
  }
  stream.end(lines);
  await done;
}

/** Nothing here can hold a tab, a line break or a backslash, so no escaping is needed (COPY text format). */
function line(calendarId: string, objectId: string, ordinal: number, occurrence: Occurrence): string {
  const { component, recurrenceId, start, end, allDay, startDate, endDate, busy } = occurrence;
  return `${calendarId}\t${objectId}\t${ordinal}\t${component}\t${recurrenceId ?? '\\N'}\t${instant(start)}\t${instant(end)}\t${allDay ? 't' : 'f'}\t${startDate ?? '\\N'}\t${endDate ?? '\\N'}\t${busy ? 't' : 'f'}\n`;
}

function instant(ms: number): string {
  return storableInstant(ms).toISOString();
}
