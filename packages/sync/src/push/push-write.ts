import { unfitBase } from '@atelier/calendar/edit/unfit-base';
import { copyEvent } from '@atelier/calendar/import/copy-event';
import { WRONG_BYTE } from '@atelier/calendar/text/join-letters';
import { holdLease } from '@atelier/database/calendar/calendar-lease';
import { type CalendarPlace, lockCalendar } from '@atelier/database/calendar/calendar-place';
import {
  forgetSent,
  lockWrite,
  noteSent,
  type PendingWrite,
  removeWrite,
  schedulePush,
} from '@atelier/database/object/outbox-store';
import { transact } from '@atelier/database/transaction';
import type {
  MoveOutcome,
  PutOutcome,
  RemoveOutcome,
  StoredVersion,
  WriteRefused,
} from '@atelier/providers/port/writes';
import type { EngineServices } from '../engine-services.ts';
import { freshHref } from '../mirror/local-write.ts';
import { reconcile, type Settlement } from '../reconcile/reconcile.ts';
import { settleWrite } from '../reconcile/settle-write.ts';
import { moveRemote } from './move-remote.ts';
import type { Pushed, PushRequest } from './push-request.ts';
import { remoteVersion, type Surprise } from './remote-version.ts';
import { setAside } from './set-aside.ts';

/** A server that answers "changed" and shows the version we meant gets one more chance, not a loop. */
const MOST_ROUNDS = 3;

/**
 * Brings one waiting write to the provider, as far as it gets: handed over on condition of the base version; when the
 * provider has another one, fetched, reconciled and tried again.
 * @throws ProviderFailure when nobody can say whether it arrived; the next try finds out.
 */
export async function pushWrite(
  services: EngineServices,
  request: PushRequest,
  first: PendingWrite,
): Promise<Pushed> {
  let write: PendingWrite | null = first;
  for (let round = 1; write !== null && round <= MOST_ROUNDS; round += 1) {
    const unfit = unfitWrite(request, write);
    if (unfit !== null) {
      await setAside(services, request, write, unfit);
      return 'postponed';
    }
    const handed = await handOver(services, request, write);
    if (handed === null) return 'postponed';
    const { outcome } = handed;
    if (outcome.outcome === 'refused') {
      await setAside(services, request, write, outcome);
      return 'postponed';
    }
    if (outcome.outcome === 'stored') {
      request.wrote(outcome.href);
      await stored(services, request, write, { ...handed, outcome });
      return write.base === null ? 'created' : 'updated';
    }
    if (outcome.outcome === 'removed') {
      request.wrote(write.href);
      await settle(services, request, write, () => ({ kind: 'settled', remote: null, conflict: null }));
      return 'removed';
    }
    const settled = await lookAgain(services, request, write, outcome);
    if (settled.pushed !== null) return settled.pushed;
    write = settled.next;
  }
  if (write) await setAside(services, request, write, KEEPS_CHANGING);
  return 'postponed';
}

const KEEPS_CHANGING: WriteRefused = {
  outcome: 'refused',
  reason: 'locked',
  message: 'The calendar server says again and again that this event has just been changed.',
  hint: 'Your change is kept and is tried again by itself.',
};

/** The last door: whatever was accepted here, a text that is not what its owner has is not written (S6). */
function unfitWrite({ calendar }: PushRequest, { operation, base, mine }: PendingWrite): WriteRefused | null {
  const reason =
    base && (operation === 'PUT' || unfitBase(base.source, calendar) === 'masked')
      ? unfitBase(base.source, calendar)
      : null;
  if (reason === 'masked') return HIDDEN;
  const damaged = reason === 'wrong-bytes' || (operation === 'PUT' && mine?.includes(WRONG_BYTE) === true);
  return damaged ? DAMAGED : null;
}

const HIDDEN: WriteRefused = {
  outcome: 'refused',
  reason: 'read-only',
  message: 'This event is confidential to the owner of the calendar, and only a part of it is shown here.',
  hint: 'Written back, it would lose the rest; ask its owner to change it. Give the change up here.',
};
const DAMAGED: WriteRefused = {
  outcome: 'refused',
  reason: 'invalid',
  message: 'Some letters of this event are damaged, and writing it would damage it for everybody.',
  hint: 'Change it with the app that made it, or delete it here. Give the change up here.',
};

type Outcome = Exclude<PutOutcome | RemoveOutcome | MoveOutcome, { outcome: 'unsupported' }>;

interface HandedOver<Kind = Outcome> {
  readonly outcome: Kind;
  /** The text that the provider was given; a MOVE takes along the one that it had. */
  readonly handed: string;
  /** The row of the old place, where a MOVE has emptied it. */
  readonly oldPlaceId?: string;
}

/** @returns null when the write has been changed or taken back meanwhile. */
async function handOver(
  services: EngineServices,
  request: PushRequest,
  write: PendingWrite,
): Promise<HandedOver | null> {
  const { calendar, provider } = request;
  const { href, base, mine } = write;
  if (write.operation === 'DELETE') {
    // A create that may have arrived: only a look can tell which version that would be.
    if (base === null) return { outcome: { outcome: 'changed' }, handed: '' };
    const outcome = await provider.remove({
      calendarHref: calendar.href,
      href,
      base: { etag: base.etag, body: base.source },
    });
    return { outcome, handed: '' };
  }
  if (mine === null) return null;
  // An earlier text may have arrived, and a new event may have got another name since: a look comes first.
  const inDoubt = write.sent !== null && (base === null || write.sent !== mine);
  if (inDoubt) return { outcome: { outcome: 'changed' }, handed: '' };
  const moved = base === null ? await moveRemote(services, request, write) : null;
  if (moved) return moved;
  if (!(await noteSent(services.database, write.id, write.version, mine))) return null;
  const put = {
    calendarHref: calendar.href,
    href,
    body: mine,
    base: base && { etag: base.etag, body: base.source },
  };
  return { outcome: await provider.put(put), handed: mine };
}

/**
 * The provider has it; so has Atelier once this is committed. What it has may already be more than was handed over, and
 * an edit may have come here meanwhile: the handed text is what both started from.
 */
async function stored(
  services: EngineServices,
  request: PushRequest,
  write: PendingWrite,
  { outcome, handed, oldPlaceId }: HandedOver<StoredVersion>,
): Promise<void> {
  const { href, etag, body } = outcome;
  const remote = { href, etag, body };
  await settle(services, request, write, (current, place) => {
    const unedited = current.operation === 'PUT' && current.mine === handed;
    if (unedited) return { kind: 'settled', remote, conflict: null };
    const base = { etag: null, source: handed };
    return reconcile({ ...judgement(services, place), write: { ...current, base, sent: null }, remote });
  });
  if (oldPlaceId !== undefined) await forgetOldPlace(services, oldPlaceId);
}

/** A MOVE leaves nothing behind that would have to be deleted, or even looked for. */
async function forgetOldPlace({ database }: EngineServices, id: string): Promise<void> {
  await transact(database, async (transaction) => {
    const row = await lockWrite(transaction, id);
    if (row?.operation !== 'DELETE') return;
    await removeWrite(transaction, id);
    await schedulePush(transaction, [row.calendarId]);
  });
}

function judgement({ clock, newId }: EngineServices, place: CalendarPlace) {
  return {
    policy: place.onConflict,
    ownedByOther: place.ownedByOther,
    now: clock().toTemporalInstant(),
    freshHref: freshHref(place, newId()),
  };
}

interface Settled {
  /** Null: to be tried again at once. */
  readonly pushed: Pushed | null;
  readonly next: PendingWrite | null;
}

/** Another version, a UID in use, or nothing at all was found: look, decide, and go on from there. */
async function lookAgain(
  services: EngineServices,
  request: PushRequest,
  write: PendingWrite,
  outcome: Surprise,
): Promise<Settled> {
  const { remote, occupied } = await remoteVersion(services.database, request, write, outcome);
  if (outcome.outcome === 'duplicate' && remote === null) return await takeOtherUid(services, request, write);
  if (occupied && remote === null && write.base === null)
    return await takeOtherHref(services, request, write);
  const decided: { settlement: Settlement } = { settlement: { kind: 'unchanged' } };
  const next = await settle(services, request, write, (current, place) => {
    // Taken, and gone again a moment later: somebody has deleted it, and it is not made a second time.
    const deleted = outcome.outcome === 'gone' && remote === null && current.base === null;
    decided.settlement = deleted
      ? { kind: 'settled', remote: null, conflict: null }
      : reconcile({ ...judgement(services, place), write: current, remote });
    return decided.settlement;
  });
  const { settlement } = decided;
  return settlement.kind === 'settled' ? { pushed: 'adopted', next: null } : { pushed: null, next };
}

/** The UID is taken where nobody can see it (a trash bin, another calendar): the event goes on under another one. */
async function takeOtherUid(
  services: EngineServices,
  request: PushRequest,
  write: PendingWrite,
): Promise<Settled> {
  const next = await settle(services, request, write, (current, place) => {
    const uid = services.newId();
    const mine = copyEvent(current.mine ?? '', uid, services.clock().toTemporalInstant());
    return { kind: 'rebase', remote: null, href: freshHref(place, services.newId()), mine, conflict: null };
  });
  return { pushed: null, next };
}

/** Somebody has put another event where this one was to go. */
async function takeOtherHref(
  services: EngineServices,
  request: PushRequest,
  write: PendingWrite,
): Promise<Settled> {
  const next = await settle(services, request, write, ({ mine }, place) => {
    return { kind: 'rebase', remote: null, href: freshHref(place, services.newId()), mine, conflict: null };
  });
  return { pushed: null, next };
}

/**
 * Does what `decide` says about the write as it stands now, in one transaction with everything that follows from it.
 * @returns the write as it stands afterwards; null when it is done.
 */
async function settle(
  { database, clock, newId }: EngineServices,
  { calendar, lease, conflicted }: PushRequest,
  write: PendingWrite,
  decide: (current: PendingWrite, place: CalendarPlace) => Settlement,
): Promise<PendingWrite | null> {
  return transact(database, async (transaction) => {
    await holdLease(transaction, lease);
    const place = await lockCalendar(transaction, calendar.id);
    const current = await lockWrite(transaction, write.id);
    if (!place || !current) return null;
    const settlement = decide(current, place);
    await settleWrite(transaction, { place, now: clock(), newId }, current, settlement);
    if (settlement.kind === 'unchanged') await forgetSent(transaction, current);
    await schedulePush(transaction, [calendar.id]);
    if (settlement.kind !== 'unchanged' && settlement.conflict) conflicted();
    return await lockWrite(transaction, write.id);
  });
}
