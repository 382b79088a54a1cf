import { setImmediate as turn } from 'node:timers/promises';
import { readObject } from '@atelier/calendar/read/read-object';
import { holdCalendarLease } from '@atelier/database/calendar/calendar-lease';
import { setHorizon } from '@atelier/database/calendar/horizon-store';
import type { RunCalendar } from '@atelier/database/calendar/run-calendars';
import type { Database } from '@atelier/database/database';
import { replaceOccurrences, seriesAfter } from '@atelier/database/object/object-store';
import type { SourceLease } from '@atelier/database/source/source-lease';
import { transact } from '@atelier/database/transaction';
import type { Horizon } from './horizon.ts';
import { readContext } from './read-context.ts';

const BATCH = 100;

/**
 * Expands every series of a calendar in a new horizon. The horizon itself moves last: until then
 * readers trust the old one, which the new occurrences cover as well.
 */
export async function rollHorizon(
  database: Database,
  calendar: Pick<RunCalendar, 'id' | 'timeZone' | 'ownerAddresses'>,
  lease: SourceLease,
  horizon: Horizon,
): Promise<void> {
  const context = readContext(calendar, horizon);
  for (let after: string | null = null; ; ) {
    const batch = await seriesAfter(database, calendar.id, after, BATCH);
    const last = batch.at(-1);
    if (!last) break;
    const expanded: { id: string; occurrences: ReturnType<typeof occurrencesOf> }[] = [];
    for (const { id, source } of batch) {
      expanded.push({ id, occurrences: occurrencesOf(source) });
      await turn();
    }
    await transact(database, async (transaction) => {
      await holdCalendarLease(transaction, lease);
      await replaceOccurrences(transaction, calendar.id, expanded);
    });
    after = last.id;
  }
  await setHorizon(database, calendar.id, horizon);

  function occurrencesOf(source: string) {
    const read = readObject(source, context);
    return read.ok ? read.object.occurrences : [];
  }
}
