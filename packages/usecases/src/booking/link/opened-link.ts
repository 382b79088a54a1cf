import { type BookingRow, findBooking, seriesBookings } from '@atelier/database/booking/booking-store';
import { findLink, type LinkParty } from '@atelier/database/booking/link-store';
import type { Database } from '@atelier/database/database';
import { findSessionLink } from '@atelier/database/inquiry/session-link';
import { type Outcome, refusedFor } from '../../outcome.ts';
import { hashToken } from '../../tokens.ts';

/** What a token opens. */
export interface OpenedLink {
  readonly booking: BookingRow;
  readonly party: LinkParty;
  /** The token without the number of a session. */
  readonly base: string;
}

/** One answer for every token that opens nothing, whatever is wrong with it (B10). */
export const OPENS_NOTHING: Outcome<never> = refusedFor('not-found', 'link-opens-nothing');

/**
 * Finds the booking behind a link. `TOKEN.N` is the N-th session of those that were booked together with the one that
 * TOKEN opens, or of the idea that TOKEN opens: only hashes are kept, so nobody could be told another token for it.
 */
export async function openLink(database: Database, token: string): Promise<OpenedLink | null> {
  const [, base = token, number] = /^([^.]*)\.(\d{1,3})$/.exec(token) ?? [];
  const hash = hashToken(base);
  const link = await findLink(database, hash);
  if (number === undefined)
    return link && opened(await findBooking(database, link.bookingId), link.party, base);
  const session = Number(number);
  if (!link) {
    const found = await findSessionLink(database, hash, session);
    return found && opened(await findBooking(database, found.bookingId), 'client', base);
  }
  const first = await findBooking(database, link.bookingId);
  if (!first?.seriesId) return null;
  const sessions = await seriesBookings(database, first.seriesId);
  return opened(sessions[session - 1] ?? null, link.party, base);
}

function opened(booking: BookingRow | null, party: LinkParty, base: string): OpenedLink | null {
  return booking && { booking, party, base };
}
