import type { FetchedObjects } from '../../port/changes.ts';
import type { GraphClient } from '../wire/graph-client.ts';
import { isMissing } from '../wire/graph-failure.ts';
import { calendarPath, eventHref, idIn, query } from '../wire/paths.ts';
import { windowAt } from './cursor.ts';
import { eventList } from './event-list.ts';
import { wholeEvents } from './whole-events.ts';

/** Throws whatever leaves it open. */
export async function isCalendar(client: GraphClient, calendar: string): Promise<boolean> {
  const path = calendarPath(calendar) + query({ $select: 'id' });
  const answer = await client.send({ method: 'GET', path });
  if (answer.status === 200) return true;
  if (isMissing(answer)) return false;
  throw client.failure(answer);
}

/** Throws `not-found` where there is no such calendar: what is missing from it says nothing then. */
export async function requireCalendar(client: GraphClient, calendar: string): Promise<void> {
  const path = calendarPath(calendar) + query({ $select: 'id' });
  const answer = await client.send({ method: 'GET', path });
  if (answer.status !== 200) throw client.failure(answer);
}

/** The port's `recheck`. */
export async function recheck(
  client: GraphClient,
  calendar: string,
): Promise<{ readonly isCalendar: boolean; readonly hrefs: ReadonlySet<string> }> {
  if (!(await isCalendar(client, calendar))) return { isCalendar: false, hrefs: new Set() };
  const list = await eventList(client, calendar);
  return { isCalendar: true, hrefs: new Set([...list.keys()].map((id) => eventHref(calendar, id))) };
}

/** The port's `fetch`. */
export async function fetchByHref(
  client: GraphClient,
  calendar: string,
  hrefs: readonly string[],
): Promise<FetchedObjects> {
  const window = windowAt(client.now());
  const wanted = new Map(hrefs.map((href) => [idIn(calendar, href), 'unknown' as const]));
  const read = await wholeEvents({ client, calendar, window }, wanted);
  const missing = read.flatMap((one) => (one.kind === 'missing' ? [one.href] : []));
  if (missing.length > 0) await requireCalendar(client, calendar);
  return {
    found: read.flatMap((one) => (one.kind === 'found' ? [one.object] : [])),
    missing,
    unreadable: read.flatMap((one) => (one.kind === 'unreadable' ? [one.object] : [])),
  };
}
