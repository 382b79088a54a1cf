import type { ArtistRow } from '@atelier/database/booking/artist-store';
import type { BookingRow } from '@atelier/database/booking/booking-store';
import { type BusyRow, blockingBusy } from '@atelier/database/booking/slot-source';
import type { Queryable } from '@atelier/database/database';
import type { Transaction } from '@atelier/database/transaction';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { checkOffer } from '../availability/check-offer.ts';
import { toMove } from '../availability/own-claims.ts';
import { currentEntry } from '../entry/current-entry.ts';
import { isChanged } from '../entry/remote-change-of.ts';
import { revisionOf } from '../entry/write-entry.ts';
import type { TakeStep } from './step-request.ts';

/**
 * What the artist did in their calendar and nobody has followed yet comes first: a step taken over it would undo it
 * unseen. A client may always give a booking back.
 */
export async function overtakesCalendar(
  transaction: Transaction,
  booking: BookingRow,
  { step, fromCalendar }: TakeStep,
): Promise<boolean> {
  const { objectId, knownRevision, state } = booking;
  const open = state === 'REQUESTED' || state === 'CONFIRMED';
  if (!open || objectId === null) return false;
  if (fromCalendar) return (await revisionOf(transaction, booking)) !== fromCalendar.revision;
  const gives = step.action === 'withdraw' || step.action === 'cancel';
  if (step.by === 'client' && gives) return false;
  if ((await revisionOf(transaction, booking)) === knownRevision) return false;
  return isChanged(booking, await currentEntry(transaction, booking));
}

/**
 * What the artist did in their own calendar is theirs to do; everybody else is told what is in the way. A client's move
 * is held against every rule that a new booking is held against, its own claims aside (B6, case 54).
 * @returns the chair that the booking has there.
 */
export async function placeOf(
  transaction: Transaction,
  artist: ArtistRow,
  wanted: BookingRow,
  { step, fromCalendar, offer }: TakeStep,
  now: Date,
): Promise<Outcome<{ readonly chairId: string | null }>> {
  const same = { chairId: wanted.chairId };
  if (fromCalendar || !PLACING.includes(step.action)) return done(same);
  if (offer) {
    const found = await checkOffer(transaction, offer, wanted.startsAt, now, toMove(wanted));
    if (!found.available) return refusedFor('conflict', 'time-unavailable', { reason: found.reason });
    return done({ chairId: found.chairs.find((id) => id === wanted.chairId) ?? found.chairs[0] ?? null });
  }
  if ((await standsThere(transaction, wanted)).length === 0) return done(same);
  return refusedFor('conflict', 'calendar-busy');
}

/** What the artist has in their calendars at the time of a booking, its own event aside. */
export async function standsThere(source: Queryable, booking: BookingRow): Promise<readonly BusyRow[]> {
  const { artistId, startsAt: from, endsAt: to } = booking;
  const busy = await blockingBusy(source, [artistId], { from, to });
  return busy.filter((one) => overlaps(one, booking));
}

const PLACING: readonly TakeStep['step']['action'][] = ['confirm', 'accept', 'reschedule'];

function overlaps({ startsAt, endsAt }: BusyRow, wanted: BookingRow): boolean {
  return startsAt < wanted.endsAt && endsAt > wanted.startsAt;
}
