import { fieldOf } from '../../json.ts';
import type { ChangedObject } from '../../port/changes.ts';
import { UID_PROPERTY } from '../event/kept-text.ts';
import type { GraphClient } from '../wire/graph-client.ts';
import { listPath, query } from '../wire/paths.ts';
import { windowAt } from './cursor.ts';
import { pageAt } from './page-of.ts';
import { wholeEvents } from './whole-events.ts';

/** The port's `findByUid`: by the UID that was kept beside an event, then by the one that Graph gave it. */
export async function findByUid(
  client: GraphClient,
  calendar: string,
  uid: string,
): Promise<ChangedObject | null> {
  const id = await idOfUid(client, calendar, uid);
  if (id === null) return null;
  const [read] = await wholeEvents(
    { client, calendar, window: windowAt(client.now()) },
    new Map([[id, 'unknown']]),
  );
  return read?.kind === 'found' ? read.object : null;
}

export async function idOfUid(client: GraphClient, calendar: string, uid: string): Promise<string | null> {
  const value = quoted(uid);
  const kept = `singleValueExtendedProperties/Any(ep: ep/id eq ${quoted(UID_PROPERTY)} and ep/value eq ${value})`;
  return (await firstId(client, calendar, kept)) ?? (await firstId(client, calendar, `iCalUId eq ${value}`));
}

async function firstId(client: GraphClient, calendar: string, filter: string): Promise<string | null> {
  const { rows } = await pageAt(
    client,
    listPath(calendar) + query({ $filter: filter, $select: 'id', $top: 5 }),
  );
  const id = fieldOf(rows[0], 'id');
  return typeof id === 'string' ? id : null;
}

/** A string of OData: a quotation mark is doubled. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
