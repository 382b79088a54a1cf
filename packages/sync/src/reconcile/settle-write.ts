import type { CalendarPlace } from '@atelier/database/calendar/calendar-place';
import { fingerprints, renameUnchanged } from '@atelier/database/object/object-store';
import {
  type PendingWrite,
  rebaseWrite,
  removeWrite,
  schedulePush,
  waitingFor,
} from '@atelier/database/object/outbox-store';
import { buryObjects } from '@atelier/database/object/tombstone-store';
import type { Transaction } from '@atelier/database/transaction';
import { storeChanges } from '../mirror/store-changes.ts';
import { readForCalendar } from '../mirror/stored-object.ts';
import { carryOver } from './carry-over.ts';
import { noteConflict } from './note-conflict.ts';
import { isSameText, type RemoteVersion, type Settlement } from './reconcile.ts';

export interface SettleContext {
  /** Locked. */
  readonly place: CalendarPlace;
  readonly now: Date;
  readonly newId: () => string;
}

/** Does what `reconcile` decided about one waiting write, inside the caller's transaction. */
export async function settleWrite(
  transaction: Transaction,
  context: SettleContext,
  write: PendingWrite,
  settlement: Settlement,
): Promise<void> {
  if (settlement.kind === 'unchanged') return;
  const { conflict, remote } = settlement;
  if (conflict) await noteConflict(transaction, conflict, disputed(context, write, remote));
  if (settlement.kind === 'rebase') await rebase(transaction, context, write, settlement);
  else await finish(transaction, context, write, settlement.remote);
}

function disputed({ place, now, newId }: SettleContext, write: PendingWrite, remote: RemoteVersion | null) {
  const { objectId, uid, summary, mine, actorId } = write;
  const versions = { base: write.base?.source ?? null, mine, theirs: remote?.body ?? null };
  const href = remote?.href ?? write.href;
  return { calendarId: place.id, objectId, href, uid, summary, actorId, ...versions, now, newId };
}

async function rebase(
  transaction: Transaction,
  { place, now, newId }: SettleContext,
  write: PendingWrite,
  { remote, href, mine }: Extract<Settlement, { kind: 'rebase' }>,
): Promise<void> {
  const base = remote && { etag: remote.etag, source: remote.body };
  const before = write.base?.source ?? write.sent;
  if (write.movedTo !== null && remote && before !== null && !isSameText(remote.body, before)) {
    await carryOver(transaction, {
      objectId: write.movedTo,
      base: before,
      theirs: remote.body,
      now,
      newId,
    });
  }
  await rebaseWrite(transaction, write.id, { href, base, now });
  if (write.objectId !== null && mine !== null) {
    await makeRoom(transaction, place, href, write.objectId);
    const text = { id: write.objectId, href, etag: remote?.etag ?? null, source: mine };
    await store(transaction, place, text, now);
  }
}

/** Nothing is left to write: the object becomes what the provider has. */
async function finish(
  transaction: Transaction,
  { place, now, newId }: SettleContext,
  write: PendingWrite,
  remote: RemoteVersion | null,
): Promise<void> {
  const followers = await waitingFor(transaction, write.id);
  await removeWrite(transaction, write.id);
  await schedulePush(transaction, followers);
  if (remote) {
    const { href, etag, body } = remote;
    const id = write.objectId ?? (await objectAt(transaction, place.id, href)) ?? newId();
    await makeRoom(transaction, place, href, id);
    await store(transaction, place, { id, href, etag, source: body }, now);
  } else if (write.objectId !== null) {
    await buryObjects(transaction, [write.objectId], { local: false, actorId: null, at: now });
    await storeChanges(transaction, place.id, { put: [], replaced: [], remove: [write.objectId] });
  }
}

/** One resource of the provider is one object here (S3): that of the person's edit. */
async function makeRoom(
  transaction: Transaction,
  place: CalendarPlace,
  href: string,
  keptId: string,
): Promise<void> {
  const known = await objectAt(transaction, place.id, href);
  if (known === null || known === keptId) return;
  await storeChanges(transaction, place.id, { put: [], replaced: [], remove: [known] });
}

async function objectAt(transaction: Transaction, calendarId: string, href: string): Promise<string | null> {
  const [row] = await fingerprints(transaction, calendarId, [href]);
  return row?.id ?? null;
}

/** An unchanged text costs no repaint: only the server's name for the version may have moved. */
async function store(
  transaction: Transaction,
  place: CalendarPlace,
  text: { readonly id: string; readonly href: string; readonly etag: string | null; readonly source: string },
  now: Date,
): Promise<void> {
  if (await renameUnchanged(transaction, text)) return;
  const object = readForCalendar(place, text, now);
  await storeChanges(transaction, place.id, { put: [object], replaced: [text.id], remove: [] });
}
