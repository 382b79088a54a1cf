import { setImmediate as turn } from 'node:timers/promises';
import { lockCalendar } from '@atelier/database/calendar/calendar-place';
import type { ItemJob } from '@atelier/database/jobs/item-job';
import type { StoredObject } from '@atelier/database/object/object-store';
import {
  type CalendarReading,
  calendarReadings,
  type ReadText,
  setReadAs,
  textsAfter,
} from '@atelier/database/object/reading-store';
import { transact } from '@atelier/database/transaction';
import type { EngineServices } from '../engine-services.ts';
import { storeChanges } from './store-changes.ts';
import { readForCalendar } from './stored-object.ts';

/** Grows whenever a text is read differently than before. */
const READING = 2;
const BATCH = 20;

/** What reading depends on beside the text: whose answers count, and where floating times and whole days lie. */
function readingOf({ timeZone, ownerAddresses }: CalendarReading): string {
  const addresses = ownerAddresses.map((address) => address.toLowerCase()).sort();
  return JSON.stringify([READING, timeZone, ...new Set(addresses)]);
}

/**
 * Reads the stored texts of a calendar again where they would be read differently now: by a newer Atelier, or since its
 * owner has got another address. What says the same is not touched. Safe to run from several processes.
 */
export const rereadCalendars: ItemJob<Pick<EngineServices, 'database' | 'clock'>> = {
  due: async ({ database }) => (await staleReadings(database)).map(({ id }) => id),
  async work({ database, clock }, id) {
    const calendar = (await staleReadings(database)).find((one) => one.id === id);
    if (calendar) await reread({ database }, calendar, clock());
  },
};

async function staleReadings(database: EngineServices['database']): Promise<readonly CalendarReading[]> {
  return (await calendarReadings(database)).filter((one) => one.readAs !== readingOf(one));
}

async function reread(
  { database }: Pick<EngineServices, 'database'>,
  calendar: CalendarReading,
  now: Date,
): Promise<void> {
  for (let after: string | null = null; ; ) {
    const last: string | null = await rereadBatch({ database }, calendar.id, after, now);
    if (last === null) break;
    after = last;
    await turn();
  }
  await setReadAs(database, { id: calendar.id, readAs: readingOf(calendar) });
}

/** @returns the last id that was looked at; null where there are no more. */
function rereadBatch(
  { database }: Pick<EngineServices, 'database'>,
  calendarId: string,
  after: string | null,
  now: Date,
): Promise<string | null> {
  return transact(database, async (transaction) => {
    const place = await lockCalendar(transaction, calendarId);
    const texts = place ? await textsAfter(transaction, calendarId, after, BATCH) : [];
    if (!place) return null;
    const put = texts.flatMap((text) => {
      const object = readForCalendar(place, text, now);
      return says(object, text) ? [] : [object];
    });
    await storeChanges(transaction, calendarId, { put, replaced: put.map(({ id }) => id), remove: [] });
    return texts.at(-1)?.id ?? null;
  });
}

/** Whether that is what was read before. */
function says(object: StoredObject, before: ReadText): boolean {
  const occurrences = object.occurrences
    .toSorted((a, b) => a.start - b.start || a.end - b.end || Number(a.busy) - Number(b.busy))
    .map(({ start, end, busy }) => `${start} ${end} ${busy}`);
  return (
    object.quarantined === null &&
    object.flags.join() === before.flags.join() &&
    occurrences.join() === before.occurrences.join() &&
    object.components.length === before.components.length &&
    object.components.every((component, index) => {
      // The database keeps no order of keys.
      const keys = Object.keys(component).sort();
      return JSON.stringify(component, keys) === JSON.stringify(before.components[index], keys);
    })
  );
}
