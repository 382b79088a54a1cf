import type { Party } from '@atelier/booking/state/step-rules';
import type { ArtistRow } from '@atelier/database/booking/artist-store';
import type { BookingRow } from '@atelier/database/booking/booking-store';
import type { Transaction } from '@atelier/database/transaction';
import { type MailContext, mailArtist, mailClient } from './booking-mail.ts';
import { mailsOfStep } from './mails-of-step.ts';

export interface SteppedBooking {
  readonly before: BookingRow;
  readonly booking: BookingRow;
  readonly artist: ArtistRow;
  readonly action: string;
  readonly by: Party;
  /** Words of the artist to the client. */
  readonly message: string | null;
}

/** Tells whoever has to know of a step, in the transaction that takes it. */
export async function mailStep(
  transaction: Transaction,
  context: MailContext,
  { before, booking, artist, action, by, message }: SteppedBooking,
): Promise<void> {
  const kinds = mailsOfStep({ action, toState: booking.state, by, turn: booking.turn });
  const moved = action === 'reschedule';
  const mail = {
    bookings: [booking] as const,
    artist,
    before: moved ? { start: before.startsAt, end: before.endsAt } : null,
    message: by === 'artist' ? message : null,
    trouble: null,
  };
  if (kinds.client) await mailClient(transaction, context, kinds.client, mail);
  if (kinds.artist) await mailArtist(transaction, context, kinds.artist, mail);
}
