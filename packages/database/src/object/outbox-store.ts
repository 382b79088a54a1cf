import { holdCalendarLease } from '../calendar/calendar-lease.ts';
import type { Database, Queryable } from '../database.ts';
import type { OutboxOperation, OutboxState } from '../generated/client.ts';
import type { SourceLease } from '../source/source-lease.ts';
import type { RowOf } from '../statement.ts';
import { type Transaction, transact } from '../transaction.ts';
import {
  holdAll,
  noteFailure,
  oldPlaceInAccount,
  schedulePushes,
  writeCounts,
  writeOfObjectToLock,
  writesAboutAny,
  writesDue,
  writeToLock,
} from './outbox-store.sql.ts';
import {
  calendarsAfter,
  deleteWrite,
  endMovesTo,
  joinEdit,
  letGoOf,
  otherWriteAt,
  putWrite,
  setBase,
  setSent,
  waitFor,
} from './outbox-write.sql.ts';

/** A write that still has to reach the provider, with the text that a PUT would send. */
export type PendingWrite = RowOf<typeof writeToLock>;
/** The provider's version that an edit was made from. */
export type BaseVersion = NonNullable<PendingWrite['base']>;

export interface DueRequest {
  readonly now: Date;
  /** Those too that a failure keeps waiting: a person asked. */
  readonly anyTime: boolean;
  /** Tried already in this run. */
  readonly except: readonly string[];
  readonly limit: number;
}

/** Writes of a calendar whose time has come, oldest first. */
export async function dueWrites(
  database: Database,
  calendarId: string,
  request: DueRequest,
): Promise<readonly PendingWrite[]> {
  return database.query(writesDue, { calendarId, ...request });
}

/** Every write that waits for one of these addresses or UIDs, parked or not. */
export async function writesAbout(
  transaction: Transaction,
  calendarId: string,
  hrefs: readonly string[],
  uids: readonly string[],
): Promise<readonly PendingWrite[]> {
  return transaction.query(writesAboutAny, { calendarId, hrefs, uids });
}

/** Locks a row, so that an edit and a push of the same object take turns. */
export async function lockWrite(transaction: Transaction, id: string): Promise<PendingWrite | null> {
  const [row] = await transaction.query(writeToLock, { id });
  return row ?? null;
}

export async function writeOfObject(
  transaction: Transaction,
  objectId: string,
): Promise<PendingWrite | null> {
  const [row] = await transaction.query(writeOfObjectToLock, { objectId });
  return row ?? null;
}

export type NewWrite = Pick<
  PendingWrite,
  | 'id'
  | 'calendarId'
  | 'objectId'
  | 'operation'
  | 'href'
  | 'uid'
  | 'base'
  | 'summary'
  | 'afterId'
  | 'movedTo'
  | 'actorId'
> &
  Partial<Pick<PendingWrite, 'tellsOrganizer'>>;

export async function addWrite({ query }: Transaction, write: NewWrite, now: Date): Promise<void> {
  const { base, tellsOrganizer = false, ...rest } = write;
  await query(putWrite, { ...rest, ...columnsOf(base), tellsOrganizer, now });
}

function columnsOf(base: BaseVersion | null) {
  return { baseEtag: base?.etag ?? null, baseSource: base?.source ?? null };
}

/** Another edit joins a write that still waits: tried anew at once, whatever had stopped it. */
export async function joinWrite(
  { query }: Transaction,
  id: string,
  wish: {
    readonly operation: OutboxOperation;
    readonly objectId: string | null;
    readonly summary: string;
    readonly actorId: string | null;
    readonly tellsOrganizer?: boolean;
    readonly now: Date;
  },
): Promise<void> {
  const { tellsOrganizer = false, ...rest } = wish;
  await query(joinEdit, { id, ...rest, tellsOrganizer });
}

/** What the provider has become the version to build on; a lost answer need not be looked for any more. */
export async function rebaseWrite(
  { query }: Transaction,
  id: string,
  { href, base, now }: { readonly href: string; readonly base: BaseVersion | null; readonly now: Date },
): Promise<void> {
  await query(setBase, { id, href, ...columnsOf(base), now });
}

/** Noted before the provider is asked, so that a lost answer is recognised afterwards (S3). */
export async function noteSent(
  { query }: Database,
  id: string,
  version: number,
  sentSource: string,
): Promise<boolean> {
  return (await query(setSent, { id, version, sentSource })).length > 0;
}

/** The provider was looked at and does not have it: an earlier text is no longer in doubt. */
export async function forgetSent(
  { query }: Transaction,
  { id, version }: Pick<PendingWrite, 'id' | 'version'>,
): Promise<void> {
  await query(setSent, { id, version, sentSource: null });
}

export async function removeWrite({ query }: Transaction, id: string): Promise<void> {
  await query(deleteWrite, { id });
}

export interface WriteFailure {
  readonly kind: string;
  readonly message: string;
  readonly hint: string;
  readonly state: OutboxState;
  readonly nextTryAt: Date;
  /** False for a try that somebody asked for: it is not held against the write, and it waits no longer than before. */
  readonly counts: boolean;
  readonly at: Date;
}

/** Not if another edit has joined meanwhile: that one deserves a try of its own. */
export async function failWrite(
  transaction: Transaction,
  { id, version }: Pick<PendingWrite, 'id' | 'version'>,
  failure: WriteFailure,
): Promise<void> {
  await transaction.query(noteFailure, { id, version, ...failure });
}

/** Nothing of this calendar can be written for now; that is not held against any of its writes. */
export async function holdWrites(
  database: Database,
  lease: SourceLease,
  held: Pick<WriteFailure, 'kind' | 'message' | 'hint'> & { readonly until: Date },
): Promise<void> {
  await transact(database, async (transaction) => {
    await holdCalendarLease(transaction, lease);
    const rows = await transaction.query(holdAll, { calendarId: lease.sourceId, ...held });
    if (rows.length > 0) await schedulePush(transaction, [lease.sourceId]);
  });
}

/**
 * Brings the sources' own note of their next push up to date with its rows. A row that waits for another
 * counts from when that one may be done.
 */
export async function schedulePush(transaction: Transaction, calendarIds: readonly string[]): Promise<void> {
  await transaction.query(schedulePushes, { calendarIds });
}

/** Calendars whose rows waited for this one. */
export async function waitingFor({ query }: Transaction, id: string): Promise<readonly string[]> {
  const rows = await query(calendarsAfter, { id });
  return rows.map(({ calendarId }) => calendarId);
}

/** There is nothing left that an edit at the old place of a move could be carried over to. */
export async function forgetMovesOf({ query }: Transaction, objectId: string): Promise<void> {
  await query(endMovesTo, { objectId });
}

/** It waits for another one, as the old place of an object that was moved. */
export async function putAfter(
  { query }: Transaction,
  id: string,
  follows: Pick<PendingWrite, 'afterId' | 'movedTo'>,
): Promise<void> {
  await query(waitFor, { id, ...follows });
}

/** The write that bears an object's id lets go of it, so that another one can take it. */
export async function releaseObject({ query }: Transaction, objectId: string): Promise<void> {
  await query(letGoOf, { objectId });
}

/** Whether another write is about what the provider holds at an address. */
export async function isWrittenElsewhere(
  { query }: Queryable,
  asked: Readonly<Record<'calendarId' | 'href' | 'writeId', string>>,
): Promise<boolean> {
  return (await query(otherWriteAt, asked)).length > 0;
}

export type OldPlace = RowOf<typeof oldPlaceInAccount>;

/** What waits to be deleted once this write has arrived: where the object was, in the same account. */
export async function oldPlaceOf(
  { query }: Queryable,
  asked: { readonly writeId: string; readonly connectionId: string },
): Promise<OldPlace | null> {
  const [row] = await query(oldPlaceInAccount, asked);
  return row ?? null;
}

export type WriteCounts = RowOf<typeof writeCounts>;

/** Over all calendars. */
export async function countWrites({ query }: Queryable): Promise<WriteCounts> {
  const [row] = await query(writeCounts);
  return row ?? { waiting: 0, parked: 0, conflicts: 0 };
}
