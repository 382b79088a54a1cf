import type { CalendarPlace } from '@atelier/database/calendar/calendar-place';
import { findText, type ObjectText } from '@atelier/database/object/event-lookup';
import {
  addWrite,
  forgetMovesOf,
  joinWrite,
  type PendingWrite,
  putAfter,
  releaseObject,
  removeWrite,
  schedulePush,
  waitingFor,
  writeOfObject,
} from '@atelier/database/object/outbox-store';
import { buryObjects } from '@atelier/database/object/tombstone-store';
import { shortenWait, tellDue } from '@atelier/database/source/source-pace';
import type { Transaction } from '@atelier/database/transaction';
import { storeChanges } from './store-changes.ts';
import { readForCalendar } from './stored-object.ts';

interface LocalWrite {
  /** Locked. */
  readonly place: CalendarPlace;
  readonly objectId: string;
  /** Who did it; null for Atelier itself. */
  readonly actorId: string | null;
  readonly now: Date;
  readonly newId: () => string;
}

/**
 * Stores a new text of an object, existing or not, together with the wish to bring it to the provider: in one
 * transaction, so that an accepted edit is never only half there (S2).
 */
export async function saveLocal(
  transaction: Transaction,
  write: LocalWrite & {
    readonly source: string;
    /** It is an answer to an invitation, which the calendar's server is to tell the organizer. */
    readonly tellsOrganizer?: boolean;
  },
): Promise<void> {
  const { place, objectId, source, now, tellsOrganizer = false } = write;
  const before = await findText(transaction, objectId);
  requireHome(place, before);
  const href = before?.href ?? freshHref(place, objectId);
  const object = readForCalendar(place, { id: objectId, href, etag: before?.etag ?? null, source }, now);
  await storeChanges(transaction, place.id, {
    put: [object],
    replaced: before ? [objectId] : [],
    remove: [],
  });
  if (place.connectionId === null) return;
  const summary = object.components[0]?.summary ?? '';
  await queueWrite(transaction, write, {
    operation: 'PUT',
    objectId,
    href,
    uid: object.uid,
    summary,
    before,
    tellsOrganizer,
  });
}

/**
 * Deletes an object here at once, and wishes it gone at the provider. Its text is kept among what was deleted, except
 * where its dates stand again elsewhere.
 */
export async function removeLocal(
  transaction: Transaction,
  write: LocalWrite & { readonly standsElsewhere?: boolean },
): Promise<void> {
  const { place, objectId, actorId, now } = write;
  const before = await findText(transaction, objectId);
  if (!before) return;
  requireHome(place, before);
  if (write.standsElsewhere !== true)
    await buryObjects(transaction, [objectId], { local: true, actorId, at: now });
  // There is nothing left that an edit at the old place of a move could be carried over to.
  await forgetMovesOf(transaction, objectId);
  await takeAway(transaction, write, before);
  await storeChanges(transaction, place.id, { put: [], replaced: [], remove: [objectId] });
}

/**
 * Moves an object to another calendar: here at once, at the provider as a new object there and, only when that is
 * done, a deletion at the old place. Whatever breaks off in between, one event is left in the end (S3).
 */
export async function moveLocal(
  transaction: Transaction,
  write: LocalWrite & { readonly to: CalendarPlace },
): Promise<void> {
  const { place, to, objectId, now } = write;
  const before = await findText(transaction, objectId);
  if (!before) return;
  requireHome(place, before);
  const waiting = place.connectionId === null ? null : await writeOfObject(transaction, objectId);
  await storeChanges(transaction, place.id, { put: [], replaced: [], remove: [objectId] });
  // Not by the object's own id: it may have been in this calendar before, and be there still.
  const href = freshHref(to, write.newId());
  const object = readForCalendar(to, { id: objectId, href, etag: null, source: before.source }, now);
  await storeChanges(transaction, to.id, { put: [object], replaced: [], remove: [] });
  const putId = await wishMoved(transaction, write, before, href);
  if (place.connectionId !== null) {
    const follows = { afterId: putId, movedTo: objectId };
    if (waiting) await dropOrTurn(transaction, write, waiting, follows);
    else await wishGone(transaction, write, before, follows);
  }
  await settleSchedule(transaction, [place.id, to.id], now);
}

/** Written from another calendar, an event would be asked of a provider that has never had it. */
function requireHome({ id }: CalendarPlace, object: ObjectText | null): void {
  if (object && object.calendarId !== id)
    throw new Error('an event is written in the calendar that it is in');
}

export function freshHref(place: Pick<CalendarPlace, 'href'>, id: string): string {
  return `${place.href ?? 'local/'}${id}.ics`;
}

interface WantedWrite {
  readonly operation: 'PUT' | 'DELETE';
  readonly objectId: string | null;
  readonly href: string;
  readonly uid: string;
  readonly summary: string;
  /** What was stored before; null for a new object. */
  readonly before: ObjectText | null;
  readonly tellsOrganizer: boolean;
}

async function queueWrite(transaction: Transaction, write: LocalWrite, wanted: WantedWrite): Promise<void> {
  const { place, actorId, now, newId } = write;
  const waiting = await writeOfObject(transaction, write.objectId);
  if (waiting) {
    const { operation, objectId, summary, tellsOrganizer } = wanted;
    await joinWrite(transaction, waiting.id, { operation, objectId, summary, actorId, tellsOrganizer, now });
  } else {
    const { before, ...row } = wanted;
    const base = before && { etag: before.etag, source: before.source };
    await addWrite(
      transaction,
      { ...row, id: newId(), calendarId: place.id, base, afterId: null, movedTo: null, actorId },
      now,
    );
  }
  await settleSchedule(transaction, [place.id], now);
}

interface Follows {
  readonly afterId: string | null;
  readonly movedTo: string | null;
}

/** The provider's side of a removal: nothing at all when the provider never heard of the object. */
async function takeAway(transaction: Transaction, write: LocalWrite, before: ObjectText): Promise<void> {
  if (write.place.connectionId === null) return;
  const waiting = await writeOfObject(transaction, write.objectId);
  const alone = { afterId: null, movedTo: null };
  if (waiting) await dropOrTurn(transaction, write, waiting, alone);
  else await wishGone(transaction, write, before, alone);
  await settleSchedule(transaction, [write.place.id], write.now);
}

/** A write that was never handed over is simply dropped; one that may have arrived becomes its deletion. */
async function dropOrTurn(
  transaction: Transaction,
  { actorId, now }: LocalWrite,
  waiting: PendingWrite,
  { afterId, movedTo }: Follows,
): Promise<void> {
  if (waiting.base === null && waiting.sent === null) return dropWrite(transaction, waiting.id);
  const { id, summary } = waiting;
  await joinWrite(transaction, id, { operation: 'DELETE', objectId: null, summary, actorId, now });
  await putAfter(transaction, id, { afterId, movedTo });
}

async function dropWrite(transaction: Transaction, id: string): Promise<void> {
  const followers = await waitingFor(transaction, id);
  await removeWrite(transaction, id);
  await schedulePush(transaction, followers);
}

async function wishGone(
  transaction: Transaction,
  { place, actorId, now, newId }: LocalWrite,
  { href, uid, summary, etag, source }: ObjectText,
  follows: Follows,
): Promise<void> {
  await addWrite(
    transaction,
    {
      id: newId(),
      calendarId: place.id,
      objectId: null,
      operation: 'DELETE',
      base: { etag, source },
      actorId,
      href,
      uid,
      summary,
      ...follows,
    },
    now,
  );
}

/** @returns the id of the row that creates the object at its new place; null where nothing is to be pushed. */
async function wishMoved(
  transaction: Transaction,
  { to, objectId, actorId, now, newId }: LocalWrite & { readonly to: CalendarPlace },
  { uid, summary }: ObjectText,
  href: string,
): Promise<string | null> {
  if (to.connectionId === null) return null;
  const id = newId();
  // The old row still bears the object's id; it lets go of it before the new one takes it.
  await releaseObject(transaction, objectId);
  const row = { id, calendarId: to.id, objectId, operation: 'PUT', href, uid, summary, actorId } as const;
  await addWrite(transaction, { ...row, base: null, afterId: null, movedTo: null }, now);
  return id;
}

export async function settleSchedule(
  transaction: Transaction,
  calendarIds: readonly string[],
  now: Date,
): Promise<void> {
  await schedulePush(transaction, calendarIds);
  await shortenWait(transaction, calendarIds, now);
  await tellDue(transaction);
}
