import type { EventComponent, Flag, Occurrence } from '@atelier/calendar/occurrence';
import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';
import { copyOccurrences } from './occurrence-copy.ts';
import { storableInstant } from './storable-time.ts';

/** A calendar object ready to be stored: source text and what was read from it. */
export interface StoredObject {
  readonly id: string;
  readonly href: string;
  readonly uid: string;
  readonly etag: string | null;
  readonly source: string;
  readonly sequence: number;
  readonly components: readonly EventComponent[];
  readonly flags: readonly Flag[];
  readonly recurring: boolean;
  readonly firstStart: number | null;
  readonly lastEnd: number | null;
  readonly occurrences: readonly Occurrence[];
  /** Plain sentence why the object could not be read; null when it could. */
  readonly quarantined: string | null;
}

/** What a planner needs to know of an object that is already stored. */
export interface ObjectFingerprint {
  readonly id: string;
  readonly href: string;
  readonly uid: string;
  readonly etag: string | null;
  /** MD5 of the source text, hexadecimal. */
  readonly digest: string;
}

/**
 * href -> etag of everything that the provider is known to hold: without what was made here and has not arrived
 * there, and with what was deleted here and may still be there.
 */
export async function knownEtags(
  database: Database,
  calendarId: string,
): Promise<Map<string, string | null>> {
  const rows = await database.query<{ href: string; etag: string | null }>(
    `SELECT href, etag FROM calendar_object o WHERE calendar_id = $1
       AND NOT EXISTS (SELECT 1 FROM outbox WHERE object_id = o.id AND base_source IS NULL)
     UNION ALL SELECT href, base_etag FROM outbox
       WHERE calendar_id = $1 AND operation = 'DELETE' AND base_source IS NOT NULL`,
    [calendarId],
  );
  return new Map(rows.map((row) => [row.href, row.etag]));
}

/** Addresses other than these at which the provider was last known to hold one of these UIDs. */
export async function otherPlacesOf(
  database: Database,
  calendarId: string,
  uids: readonly string[],
  hrefs: readonly string[],
): Promise<readonly string[]> {
  const rows = await database.query<{ href: string }>(
    `SELECT href FROM calendar_object o WHERE calendar_id = $1 AND uid = ANY ($2) AND href <> ALL ($3)
       AND NOT EXISTS (SELECT 1 FROM outbox WHERE object_id = o.id AND base_source IS NULL)
     UNION SELECT href FROM outbox
       WHERE calendar_id = $1 AND uid = ANY ($2) AND href <> ALL ($3) AND operation = 'DELETE'`,
    [calendarId, uids, hrefs],
  );
  return rows.map(({ href }) => href);
}

export async function countObjects(database: Database, calendarId: string): Promise<number> {
  const [row] = await database.query<{ n: number }>(
    'SELECT count(*) AS n FROM calendar_object WHERE calendar_id = $1',
    [calendarId],
  );
  return row?.n ?? 0;
}

/** Objects that the provider is known to hold, or was: without what was made here and has not arrived there. */
export async function countKnown(database: Database, calendarId: string): Promise<number> {
  const [row] = await database.query<{ n: number }>(
    `SELECT count(*) AS n FROM calendar_object o WHERE calendar_id = $1
       AND NOT EXISTS (SELECT 1 FROM outbox WHERE object_id = o.id AND base_source IS NULL)`,
    [calendarId],
  );
  return row?.n ?? 0;
}

export async function fingerprints(
  source: Database | Transaction,
  calendarId: string,
  hrefs: readonly string[],
): Promise<readonly ObjectFingerprint[]> {
  return source.query<ObjectFingerprint>(
    'SELECT id, href, uid, etag, md5(source) AS digest FROM calendar_object WHERE calendar_id = $1 AND href = ANY ($2)',
    [calendarId, hrefs],
  );
}

/**
 * Stores objects whole, new and changed alike, with their occurrences.
 * @param replaced ids of those that were stored before; left out, any of them may have been.
 */
export async function putObjects(
  transaction: Transaction,
  calendarId: string,
  objects: readonly StoredObject[],
  replaced: readonly string[] = objects.map(({ id }) => id),
): Promise<void> {
  if (objects.length === 0) return;
  await transaction.query(
    `INSERT INTO calendar_object (calendar_id, id, href, uid, etag, source, sequence, components, flags, recurring,
                                  first_start, last_end, quarantined, updated_at)
     SELECT $1, id, href, uid, etag, source, sequence, components, string_to_array(flags, ','), recurring,
            first_start, last_end, quarantined, now()
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[], $8::jsonb[], $9::text[],
                 $10::bool[], $11::timestamptz[], $12::timestamptz[], $13::text[])
       AS item(id, href, uid, etag, source, sequence, components, flags, recurring, first_start, last_end, quarantined)
     ON CONFLICT (id) DO UPDATE SET href = excluded.href, uid = excluded.uid, etag = excluded.etag,
       source = excluded.source, sequence = excluded.sequence, components = excluded.components,
       flags = excluded.flags, recurring = excluded.recurring, first_start = excluded.first_start,
       last_end = excluded.last_end, quarantined = excluded.quarantined, updated_at = now(),
       calendar_id = excluded.calendar_id, revision = excluded.revision`,
    [calendarId, ...objectColumns(objects)],
  );
  await removeOccurrences(transaction, replaced);
  await copyOccurrences(transaction.client, calendarId, objects);
}

export type ExpandedObject = Pick<StoredObject, 'id' | 'occurrences'>;

export async function replaceOccurrences(
  transaction: Transaction,
  calendarId: string,
  objects: readonly ExpandedObject[],
): Promise<void> {
  await removeOccurrences(
    transaction,
    objects.map(({ id }) => id),
  );
  await copyOccurrences(transaction.client, calendarId, objects);
}

async function removeOccurrences(transaction: Transaction, objectIds: readonly string[]): Promise<void> {
  if (objectIds.length === 0) return;
  await transaction.query('DELETE FROM occurrence WHERE object_id = ANY ($1::uuid[])', [objectIds]);
}

/** The server tells another etag for a text that we already have. */
export async function updateEtags(
  transaction: Transaction,
  changes: readonly { readonly id: string; readonly etag: string | null }[],
): Promise<void> {
  if (changes.length === 0) return;
  await transaction.query(
    `UPDATE calendar_object SET etag = item.etag
     FROM unnest($1::uuid[], $2::text[]) AS item(id, etag) WHERE calendar_object.id = item.id`,
    [changes.map(({ id }) => id), changes.map(({ etag }) => etag)],
  );
}

export async function removeObjects(transaction: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await transaction.query('DELETE FROM calendar_object WHERE id = ANY ($1::uuid[])', [ids]);
}

/** Span of the stored occurrences of these objects, to tell subscribers which dates to repaint. */
export async function spanOf(
  transaction: Transaction,
  ids: readonly string[],
): Promise<{ readonly from: Date; readonly to: Date } | null> {
  if (ids.length === 0) return null;
  const [row] = await transaction.query<{ from: Date | null; to: Date | null }>(
    'SELECT min(starts_at) AS "from", max(ends_at) AS "to" FROM occurrence WHERE object_id = ANY ($1::uuid[])',
    [ids],
  );
  return row?.from && row.to ? { from: row.from, to: row.to } : null;
}

function objectColumns(objects: readonly StoredObject[]): unknown[] {
  const instant = (ms: number | null) => (ms === null ? null : storableInstant(ms));
  return [
    objects.map((object) => object.id),
    objects.map((object) => object.href),
    objects.map((object) => storable(object.uid)),
    objects.map((object) => object.etag),
    objects.map((object) => storable(object.source)),
    objects.map((object) => object.sequence),
    objects.map((object) => JSON.stringify(object.components, (_, value) => storable(value))),
    objects.map((object) => object.flags.join(',')),
    objects.map((object) => object.recurring),
    objects.map((object) => instant(object.firstStart)),
    objects.map((object) => instant(object.lastEnd)),
    objects.map((object) => object.quarantined),
  ];
}

/** PostgreSQL takes neither NUL nor half a surrogate pair, and either may come from outside. */
function storable<T>(value: T): T | string {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value;
}

/** Series of a calendar after a given id, in pages, for expanding them anew. */
export async function seriesAfter(
  database: Database,
  calendarId: string,
  after: string | null,
  limit: number,
): Promise<readonly { readonly id: string; readonly source: string }[]> {
  return database.query(
    `SELECT id, source FROM calendar_object
     WHERE calendar_id = $1 AND recurring AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
    [calendarId, after, limit],
  );
}
