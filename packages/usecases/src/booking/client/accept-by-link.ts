import type { Outcome } from '../../outcome.ts';
import type { BookContext } from '../request/booking-request.ts';
import { takeStep } from '../step/step-booking.ts';
import type { ClientBooking } from './client-booking.ts';
import { openedBy } from './opened-by.ts';
import { seeByLink } from './see-by-link.ts';

/**
 * The client says that the proposed time suits them, and has the appointment (B13). `start` is what they saw: a yes to one
 * time is none to another that was proposed meanwhile.
 */
export async function acceptByLink(
  context: BookContext,
  token: string,
  start: Date,
): Promise<Outcome<ClientBooking>> {
  const seen = await openedBy(context, token, 'client');
  if (!seen.ok) return seen;
  const step = { action: 'accept', by: 'client' } as const;
  const bookingId = seen.value.booking.id;
  const taken = await takeStep(context, { bookingId, step, via: 'page', actorId: null, at: start });
  return taken.ok ? seeByLink(context, token) : taken;
}
