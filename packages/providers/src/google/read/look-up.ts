import type { ChangedObject, FetchedObjects, UnreadableObject } from '../../port/changes.ts';
import { type GoogleEvent, type GoogleSeries, isCancelled, isSeries } from '../event/google-event.ts';
import { UID_PROPERTY } from '../event/kept-text.ts';
import type { GoogleClient } from '../wire/google-client.ts';
import { unlike } from '../wire/google-failure.ts';
import { eventHref, idIn } from '../wire/paths.ts';
import { isCalendar, requireCalendar } from './calendar-there.ts';
import { eventPages, lastOfEach, rowsBy } from './event-pages.ts';
import { gatherRows } from './gather-rows.ts';
import { objectId, readObject, single } from './read-object.ts';
import { readEvent, readSeries } from './read-series.ts';

/** The object under an id, whole; null where there is none. */
export async function readWhole(
  client: GoogleClient,
  calendar: string,
  id: string,
  known: Iterable<string> = [],
): Promise<GoogleSeries | null> {
  const event = await readEvent(client, calendar, id);
  return event === null ? null : wholeOf(client, calendar, event, known);
}

async function wholeOf(
  client: GoogleClient,
  calendar: string,
  event: GoogleEvent,
  known: Iterable<string> = [],
): Promise<GoogleSeries> {
  if (event.recurringEventId !== undefined) return { master: null, instances: [event] };
  return isSeries(event) ? await readSeries(client, calendar, event, known) : single(event);
}

/** The port's `fetch`. */
export async function fetchByHref(
  client: GoogleClient,
  calendar: string,
  hrefs: readonly string[],
): Promise<FetchedObjects> {
  const found: ChangedObject[] = [];
  const missing: string[] = [];
  const unreadable: UnreadableObject[] = [];
  for (const href of hrefs) {
    const series = await readWhole(client, calendar, idIn(calendar, href));
    const object = series === null ? null : readObject(calendar, series);
    if (object === null) missing.push(href);
    else if ('body' in object) found.push(object);
    else unreadable.push(object);
  }
  if (missing.length > 0) await requireCalendar(client, calendar);
  return { found, missing, unreadable };
}

/** The row of the event that has a UID, which is Atelier's own or Google's; null where there is none. */
export async function eventWithUid(
  client: GoogleClient,
  calendar: string,
  uid: string,
): Promise<GoogleEvent | null> {
  const filters = [{ privateExtendedProperty: `${UID_PROPERTY}=${uid}` }, { iCalUID: uid }];
  const lists = await Promise.all(filters.map((filter) => rowsBy(client, calendar, filter)));
  const rows = lists.flat().filter((row) => !isCancelled(row));
  return rows.find(({ recurringEventId }) => recurringEventId === undefined) ?? rows[0] ?? null;
}

/** The port's `findByUid`. */
export async function findByUid(
  client: GoogleClient,
  calendar: string,
  uid: string,
): Promise<ChangedObject | null> {
  if (uid === '') {
    await requireCalendar(client, calendar);
    return null;
  }
  const event = await eventWithUid(client, calendar, uid);
  if (event === null) return null;
  const object = readObject(calendar, await wholeOf(client, calendar, event));
  if ('reason' in object) throw unlike(object.reason);
  return object;
}

/** The port's `recheck`. */
export async function recheck(
  client: GoogleClient,
  calendar: string,
): Promise<{ readonly isCalendar: boolean; readonly hrefs: ReadonlySet<string> }> {
  if (!(await isCalendar(client, calendar))) return { isCalendar: false, hrefs: new Set() };
  const rows: GoogleEvent[] = [];
  for await (const page of eventPages(client, calendar, null)) rows.push(...page.events);
  const { objects } = gatherRows(lastOfEach(rows).values());
  return { isCalendar: true, hrefs: new Set(objects.map((series) => eventHref(calendar, objectId(series)))) };
}
