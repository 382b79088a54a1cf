import { copyEvent } from '@atelier/calendar/import/copy-event';
import type { PendingWrite } from '@atelier/database/object/outbox-store';
import type { EngineServices } from '../engine-services.ts';
import { freshHref } from '../mirror/local-write.ts';
import { reconcile, type Settlement } from '../reconcile/reconcile.ts';
import type { Pushed, PushRequest } from './push-request.ts';
import { remoteVersion, type Surprise } from './remote-version.ts';
import { judgement, settle } from './settle.ts';

interface Settled {
  /** Null: to be tried again at once. */
  readonly pushed: Pushed | null;
  readonly next: PendingWrite | null;
}

/** Another version, a UID in use, or nothing at all was found: look, decide, and go on from there. */
export async function lookAgain(
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
