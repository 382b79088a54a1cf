import { type GoogleEvent, type GoogleSeries, googleEvent, isCancelled } from '../event/google-event.ts';
import type { GoogleClient } from '../wire/google-client.ts';
import { eventPath } from '../wire/paths.ts';
import { rowsBy } from './event-pages.ts';

/** An event as it is now; null when Google has none, or has it no more. */
export async function readEvent(
  client: GoogleClient,
  calendar: string,
  id: string,
): Promise<GoogleEvent | null> {
  const row = await readRow(client, calendar, id);
  return row === null || isCancelled(row) ? null : row;
}

/** The same, also where it was cancelled. */
export async function readRow(
  client: GoogleClient,
  calendar: string,
  id: string,
): Promise<GoogleEvent | null> {
  const answer = await client.send({ method: 'GET', path: eventPath(calendar, id) });
  if (answer.status === 404 || answer.status === 410) return null;
  if (answer.status !== 200) throw client.failure(answer);
  return googleEvent(answer.body);
}

/**
 * All rows of a series: those that have its UID, and whichever of the `known` instances are not among them.
 * Of instances that nobody has changed there is none.
 */
export async function readSeries(
  client: GoogleClient,
  calendar: string,
  master: GoogleEvent,
  known: Iterable<string> = [],
): Promise<GoogleSeries> {
  const listed = await rowsBy(client, calendar, { iCalUID: master.iCalUID ?? `${master.id}@google.com` });
  const instances = new Map(
    listed.filter(({ recurringEventId }) => recurringEventId === master.id).map((row) => [row.id, row]),
  );
  const current = listed.find(({ id }) => id === master.id) ?? master;
  for (const id of known) {
    const row = instances.has(id) ? null : await readRow(client, calendar, id);
    if (row !== null && isOwnRow(row, current)) instances.set(row.id, row);
  }
  return { master: current, instances: [...instances.values()] };
}

/** Google gives an unchanged instance the version of its series. */
function isOwnRow(row: GoogleEvent, master: GoogleEvent): boolean {
  return row.recurringEventId === master.id && (isCancelled(row) || row.etag !== master.etag);
}
