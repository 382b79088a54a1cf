import type { BookingRow } from '@atelier/database/booking/booking-store';
import { confirmClaims, dropClaims } from '@atelier/database/booking/claim-store';
import { tentatively } from '@atelier/database/savepoint';
import type { Transaction } from '@atelier/database/transaction';
import { claimTime } from './claim-time.ts';

/** What has taken place keeps its time: nobody can be booked into the past. */
const GIVEN_BACK: readonly BookingRow['state'][] = ['DECLINED', 'EXPIRED', 'WITHDRAWN', 'CANCELLED'];

/** @returns false when the new time is taken; the old one is then kept. */
export async function moveClaims(
  transaction: Transaction,
  newId: () => string,
  booking: BookingRow,
  wanted: BookingRow,
): Promise<boolean> {
  if (GIVEN_BACK.includes(wanted.state)) {
    await dropClaims(transaction, booking.id);
    return true;
  }
  const kind = wanted.state === 'REQUESTED' ? 'REQUESTED' : 'CONFIRMED';
  if (sameTime(booking, wanted)) {
    if (kind === 'CONFIRMED') await confirmClaims(transaction, booking.id);
    return true;
  }
  // The old time is given up only together with the new one (case 54).
  return tentatively(transaction, async () => {
    await dropClaims(transaction, booking.id);
    return claimTime(transaction, newId, { ...wanted, kind, holder: { bookingId: wanted.id } });
  });
}

function sameTime(one: BookingRow, other: BookingRow): boolean {
  return (
    one.startsAt.getTime() === other.startsAt.getTime() && one.endsAt.getTime() === other.endsAt.getTime()
  );
}
