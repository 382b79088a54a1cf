import type { ArtistRow } from '@atelier/database/booking/artist-store';
import type { BookingRow } from '@atelier/database/booking/booking-store';
import { type BusyRow, blockingBusy } from '@atelier/database/booking/slot-source';
import type { Transaction } from '@atelier/database/transaction';
import { done, type Outcome, refused } from '../outcome.ts';
import { checkOffer } from './check-offer.ts';
import { currentEntry } from './current-entry.ts';
import { isChanged } from './remote-change-of.ts';
import type { TakeStep } from './step-booking.ts';
import { TAKEN_WORDS } from './taken-words.ts';
import { revisionOf } from './write-entry.ts';

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
  if (step.by === 'client' && step.action !== 'reschedule') return false;
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
  if (fromCalendar || (step.action !== 'confirm' && step.action !== 'reschedule')) return done(same);
  if (offer) {
    const own = { bookingId: wanted.id };
    const found = await checkOffer(transaction.query, offer, wanted.startsAt, now, own);
    if (!found.available) return refused('conflict', TAKEN_WORDS[found.reason], 'Nothing was changed.');
    return done({ chairId: found.chairs.find((id) => id === wanted.chairId) ?? found.chairs[0] ?? null });
  }
  const { startsAt: from, endsAt: to } = wanted;
  const busy = await blockingBusy(transaction.query, [artist.id], { from, to });
  if (!busy.some((one) => overlaps(one, wanted))) return done(same);
  return refused(
    'conflict',
    'Something else is in the artist’s calendar at that time. Nothing was changed.',
    'Choose another time, or make room in the calendar first.',
  );
}

function overlaps({ startsAt, endsAt }: BusyRow, wanted: BookingRow): boolean {
  return startsAt < wanted.endsAt && endsAt > wanted.startsAt;
}
