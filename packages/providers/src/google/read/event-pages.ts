import { fieldOf, listOf, textOfField } from '../../json.ts';
import { type GoogleEvent, googleEvent } from '../event/google-event.ts';
import type { GoogleClient } from '../wire/google-client.ts';
import type { GoogleAnswer } from '../wire/google-failure.ts';
import { unlike } from '../wire/google-failure.ts';
import { eventsPath } from '../wire/paths.ts';

export interface EventPage {
  readonly events: readonly GoogleEvent[];
  /** On the last page of a list that was not narrowed down. */
  readonly syncToken: string | null;
}

/** The history, or the list, that the token goes on from is gone (410, and 400 for what it no longer reads). */
export class TokenGone extends Error {
  override readonly name = 'TokenGone';
}

const SIZE = '2500';
/** What belongs to every round over a calendar: a token is of one query only. */
const WHOLE = { singleEvents: 'false', showDeleted: 'true' };

/** Page after page of everything, or of what changed since a token. @throws TokenGone */
export async function* eventPages(
  client: GoogleClient,
  calendar: string,
  syncToken: string | null,
): AsyncGenerator<EventPage> {
  const first = { ...WHOLE, ...(syncToken !== null && { syncToken }) };
  for await (const { answer, events } of pages(client, calendar, first)) {
    if (answer.status === 200) yield { events, syncToken: textOfField(answer.body, 'nextSyncToken') };
    else if (answer.status === 410 || (answer.status === 400 && syncToken !== null)) throw new TokenGone();
    else throw client.failure(answer);
  }
}

/** Rows by what is asked of them; of deleted series and instances as well. */
export async function rowsBy(
  client: GoogleClient,
  calendar: string,
  filter: Readonly<Record<string, string>>,
): Promise<readonly GoogleEvent[]> {
  const rows: GoogleEvent[] = [];
  for await (const { answer, events } of pages(client, calendar, { ...WHOLE, ...filter })) {
    if (answer.status !== 200) throw client.failure(answer);
    rows.push(...events);
  }
  return rows;
}

async function* pages(
  client: GoogleClient,
  calendar: string,
  query: Readonly<Record<string, string>>,
): AsyncGenerator<{ readonly answer: GoogleAnswer; readonly events: readonly GoogleEvent[] }> {
  const followed = new Set<string>();
  const isList = query['iCalUID'] === undefined && query['privateExtendedProperty'] === undefined;
  for (let pageToken: string | null = null; ; ) {
    const answer: GoogleAnswer = await client.send({
      method: 'GET',
      path: eventsPath(calendar),
      query: { maxResults: SIZE, ...query, ...(pageToken !== null && { pageToken }) },
    });
    if (answer.status !== 200) {
      yield { answer, events: [] };
      return;
    }
    const next = textOfField(answer.body, 'nextPageToken');
    if (next === null && isList && textOfField(answer.body, 'nextSyncToken') === null)
      throw unlike('a list tells neither where it goes on nor that it has ended');
    yield { answer, events: eventsIn(answer.body) };
    if (next === null) return;
    if (followed.has(next)) throw unlike('its pages lead in a circle');
    followed.add(next);
    pageToken = next;
  }
}

/** An answer without its rows is no empty list. */
function eventsIn(body: unknown): readonly GoogleEvent[] {
  if (!Array.isArray(fieldOf(body, 'items'))) throw unlike('a list has no rows');
  return listOf(body, 'items').flatMap((row) => googleEvent(row) ?? []);
}

/** Each row once, as it was told last: pages repeat rows that change while they are read. */
export function lastOfEach(rows: Iterable<GoogleEvent>): Map<string, GoogleEvent> {
  const last = new Map<string, GoogleEvent>();
  for (const row of rows) {
    const before = last.get(row.id);
    if (before?.updated !== undefined && row.updated !== undefined && isOlder(row.updated, before.updated))
      continue;
    last.delete(row.id);
    last.set(row.id, row);
  }
  return last;
}

function isOlder(one: string, other: string): boolean {
  return Date.parse(one) < Date.parse(other);
}
