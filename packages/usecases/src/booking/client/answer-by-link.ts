import type { Outcome } from '../../outcome.ts';
import type { BookContext } from '../request/booking-request.ts';
import { readNote } from '../request/client-details.ts';
import { takeStep } from '../step/step-booking.ts';
import type { ClientBooking } from './client-booking.ts';
import { openedBy } from './opened-by.ts';
import { seeByLink } from './see-by-link.ts';

/**
 * The artist answers a request from the page that their mail leads to. Twice the same answer is one (case 52); `message`
 * is for the client, `unverified` says that a calendar which does not answer may be passed over (B8).
 */
export async function answerByLink(
  context: BookContext,
  token: string,
  action: 'confirm' | 'decline',
  {
    message,
    unverified,
  }: { readonly message?: string | undefined; readonly unverified?: boolean | undefined } = {},
): Promise<Outcome<ClientBooking>> {
  const seen = await openedBy(context, token, 'artist');
  if (!seen.ok) return seen;
  const words = readNote(message);
  if (!words.ok) return words;
  const taken = await takeStep(context, {
    bookingId: seen.value.booking.id,
    step: { action, by: 'artist' },
    via: 'mail',
    actorId: null,
    message: words.value,
    knowing: unverified,
  });
  return taken.ok ? seeByLink(context, token) : taken;
}
