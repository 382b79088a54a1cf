import type { PendingWrite } from '@atelier/database/object/outbox-store';
import type { WriteRefused } from '@atelier/providers/port/writes';
import type { EngineServices } from '../engine-services.ts';
import { handOver } from './hand-over.ts';
import { lookAgain } from './look-again.ts';
import type { Pushed, PushRequest } from './push-request.ts';
import { setAside } from './set-aside.ts';
import { settle } from './settle.ts';
import { stored } from './stored.ts';
import { unfitWrite } from './unfit-write.ts';

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
