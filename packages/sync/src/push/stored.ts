import {
  lockWrite,
  type PendingWrite,
  removeWrite,
  schedulePush,
} from '@atelier/database/object/outbox-store';
import { transact } from '@atelier/database/transaction';
import type { StoredVersion } from '@atelier/providers/port/writes';
import type { EngineServices } from '../engine-services.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import type { HandedOver } from './hand-over.ts';
import type { PushRequest } from './push-request.ts';
import { judgement, settle } from './settle.ts';

/**
 * The provider has it; so has Atelier once this is committed. What it has may already be more than was handed over, and
 * an edit may have come here meanwhile: the handed text is what both started from.
 */
export async function stored(
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
