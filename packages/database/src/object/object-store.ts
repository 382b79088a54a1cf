import type { EventComponent, Flag, Occurrence } from '@atelier/calendar/occurrence';
import type { Database, Queryable } from '../database.ts';
import type { RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import { textColumns } from './event-text.ts';
import {
  countAll,
  countAtProvider,
  countUnread,
  deleteObjects,
  deleteOccurrences,
  deleteReadings,
  digestsAt,
  etagsAtProvider,
  nameAnew,
  otherHrefs,
  putMany,
  setEtags,
  spanOfOccurrences,
} from './object-store.sql.ts';
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

/** What a planner needs to know of an object that is already stored; the digest is MD5 of the source text, hexadecimal. */
export type ObjectFingerprint = RowOf<typeof digestsAt>;

/**
 * href -> etag of everything that the provider is known to hold: without what was made here and has not arrived
 * there, and with what was deleted here and may still be there.
 */
export async function knownEtags(
  database: Database,
  calendarId: string,
): Promise<Map<string, string | null>> {
  const rows = await database.query(etagsAtProvider, { calendarId });
  return new Map(rows.map((row) => [row.href, row.etag]));
}

/** Addresses other than these at which the provider was last known to hold one of these UIDs. */
export async function otherPlacesOf(
  database: Database,
  calendarId: string,
  uids: readonly string[],
  hrefs: readonly string[],
): Promise<readonly string[]> {
  const rows = await database.query(otherHrefs, { calendarId, uids, hrefs });
  return rows.map(({ href }) => href);
}

export async function countObjects({ query }: Queryable, calendarId: string): Promise<number> {
  const [row] = await query(countAll, { calendarId });
  return row?.n ?? 0;
}

/** Objects that the provider is known to hold, or was: without what was made here and has not arrived there. */
export async function countKnown(database: Database, calendarId: string): Promise<number> {
  const [row] = await database.query(countAtProvider, { calendarId });
  return row?.n ?? 0;
}

export async function fingerprints(
  { query }: Queryable,
  calendarId: string,
  hrefs: readonly string[],
): Promise<readonly ObjectFingerprint[]> {
  return query(digestsAt, { calendarId, hrefs });
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
  if (replaced.length > 0) await transaction.query(deleteReadings, { objectIds: replaced });
  await transaction.query(putMany, { calendarId, ...objectColumns(objects), ...textColumns(objects) });
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
  await transaction.query(deleteOccurrences, { objectIds });
}

/** The server tells another etag for a text that we already have. */
export async function updateEtags(
  transaction: Transaction,
  changes: readonly { readonly id: string; readonly etag: string | null }[],
): Promise<void> {
  if (changes.length === 0) return;
  await transaction.query(setEtags, {
    ids: changes.map(({ id }) => id),
    etags: changes.map(({ etag }) => etag),
  });
}

export async function removeObjects(transaction: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await transaction.query(deleteObjects, { ids });
}

/** Span of the stored occurrences of these objects, to tell subscribers which dates to repaint. */
export async function spanOf(
  transaction: Transaction,
  ids: readonly string[],
): Promise<{ readonly from: Date; readonly to: Date } | null> {
  if (ids.length === 0) return null;
  const [row] = await transaction.query(spanOfOccurrences, { objectIds: ids });
  return row?.from && row.to ? { from: row.from, to: row.to } : null;
}

function objectColumns(objects: readonly StoredObject[]) {
  const instant = (ms: number | null) => (ms === null ? null : storableInstant(ms));
  return {
    ids: objects.map((object) => object.id),
    hrefs: objects.map((object) => object.href),
    uids: objects.map((object) => storable(object.uid)),
    etags: objects.map((object) => object.etag),
    sources: objects.map((object) => storable(object.source)),
    sequences: objects.map((object) => object.sequence),
    components: objects.map((object) => object.components),
    flags: objects.map((object) => object.flags.join(',')),
    recurring: objects.map((object) => object.recurring),
    firstStarts: objects.map((object) => instant(object.firstStart)),
    lastEnds: objects.map((object) => instant(object.lastEnd)),
    quarantined: objects.map((object) => object.quarantined),
  };
}

/** PostgreSQL takes neither NUL nor half a surrogate pair, and either may come from outside. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}

/**
 * An unchanged text costs no more than its new names at the provider.
 * @returns false when the stored text is another one; nothing is then changed.
 */
export async function renameUnchanged(
  { query }: Transaction,
  { id, source, etag, href }: Pick<StoredObject, 'id' | 'source' | 'etag' | 'href'>,
): Promise<boolean> {
  return (await query(nameAnew, { id, source, etag, href })).length > 0;
}

export async function countQuarantined({ query }: Queryable, calendarId: string): Promise<number> {
  const [row] = await query(countUnread, { calendarId });
  return row?.n ?? 0;
}

/** Series of a calendar after a given id, in pages, for expanding them anew. */
export async function seriesAfter(
  { prisma }: Queryable,
  calendarId: string,
  after: string | null,
  limit: number,
): Promise<readonly { readonly id: string; readonly source: string }[]> {
  return prisma.calendarObject.findMany({
    where: { calendarId, recurring: true, ...(after !== null && { id: { gt: after } }) },
    select: { id: true, source: true },
    orderBy: { id: 'asc' },
    take: limit,
  });
}
