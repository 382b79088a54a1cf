import type { Outcome } from '../../outcome.ts';
import type { BookContext } from '../request/booking-request.ts';
import { takeStep } from '../step/step-booking.ts';
import type { ClientBooking } from './client-booking.ts';
import { openedBy } from './opened-by.ts';
import { seeByLink } from './see-by-link.ts';

/**
 * The client gives a booking up: withdraws what is a request still, cancels what is confirmed, until the cut-off. Asked
 * twice it is done once. Of sessions that were booked together, only this one.
 */
export async function cancelByLink(context: BookContext, token: string): Promise<Outcome<ClientBooking>> {
  const seen = await openedBy(context, token, 'client');
  if (!seen.ok) return seen;
  const step = { action: 'cancel', by: 'client' } as const;
  const bookingId = seen.value.booking.id;
  const taken = await takeStep(context, { bookingId, step, via: 'page', actorId: null });
  return taken.ok ? seeByLink(context, token) : taken;
}
