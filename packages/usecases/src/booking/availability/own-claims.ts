import { type BookingRow, listBookings } from '@atelier/database/booking/booking-store';
import { findHold } from '@atelier/database/booking/hold-store';
import type { Database } from '@atelier/database/database';
import { type Actor, sightOf } from '../../actor.ts';
import { hashToken } from '../../tokens.ts';
import { openLink } from '../link/opened-link.ts';
import type { Own } from './slot-query-of.ts';

/** What of one's own is not in one's own way: a hold, and the booking that is to be moved. */
export interface Excepted {
  /** Token of a hold. */
  readonly hold?: string | null | undefined;
  /** Token of the client's link to a booking. */
  readonly booking?: string | null | undefined;
  /** Id of a booking, for somebody of the studio who sees it. */
  readonly bookingId?: string | null | undefined;
}

const MINUTE_MS = 60_000;

/**
 * Own claims take nothing from oneself (cases 49, 54); what is to be moved keeps the length and the buffers that were
 * agreed, whatever the service says by now. The one place for whoever lists free times and whoever checks one. A token
 * that opens none is as good as none.
 */
export async function ownClaims(
  database: Database,
  { hold, booking, bookingId }: Excepted,
  actor: Actor | null = null,
): Promise<Own> {
  const held = hold ? await findHold(database, hashToken(hold)) : null;
  const linked = booking ? await openLink(database, booking) : null;
  const moved =
    linked?.party === 'client'
      ? linked.booking
      : bookingId && actor
        ? await seen(database, actor, bookingId)
        : null;
  return { holdId: held?.id ?? null, ...(moved ? toMove(moved) : {}) };
}

async function seen(database: Database, actor: Actor, id: string): Promise<BookingRow | null> {
  const [booking = null] = await listBookings(database, { ids: [id], visibleTo: sightOf(actor), limit: 1 });
  return booking;
}

/** A booking that is to be moved, for the sweep. */
export function toMove({ id, startsAt, endsAt, bufferBefore, bufferAfter }: BookingRow): Own {
  const minutes = Math.ceil((endsAt.getTime() - startsAt.getTime()) / MINUTE_MS);
  return { bookingId: id, agreed: { minutes, bufferBefore, bufferAfter } };
}
