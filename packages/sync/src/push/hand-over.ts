import { noteSent, type PendingWrite } from '@atelier/database/object/outbox-store';
import type { MoveOutcome, PutOutcome, RemoveOutcome } from '@atelier/providers/port/writes';
import type { EngineServices } from '../engine-services.ts';
import { moveRemote } from './move-remote.ts';
import type { PushRequest } from './push-request.ts';

type Outcome = Exclude<PutOutcome | RemoveOutcome | MoveOutcome, { outcome: 'unsupported' }>;

export interface HandedOver<Kind = Outcome> {
  readonly outcome: Kind;
  /** The text that the provider was given; a MOVE takes along the one that it had. */
  readonly handed: string;
  /** The row of the old place, where a MOVE has emptied it. */
  readonly oldPlaceId?: string;
}

/** @returns null when the write has been changed or taken back meanwhile. */
export async function handOver(
  services: EngineServices,
  request: PushRequest,
  write: PendingWrite,
): Promise<HandedOver | null> {
  const { calendar, provider } = request;
  const { href, base, mine, tellsOrganizer } = write;
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
    ...(tellsOrganizer && { tellsOrganizer }),
  };
  return { outcome: await provider.put(put), handed: mine };
}
