import { letIn } from '@atelier/usecases/abuse/let-in';
import type { Origin } from '@atelier/usecases/abuse/origin';
import type { OfferedSlot } from '@atelier/usecases/booking/availability/offer-slots';
import { acceptByLink } from '@atelier/usecases/booking/client/accept-by-link';
import { calendarOf } from '@atelier/usecases/booking/client/calendar-of';
import { cancelByLink } from '@atelier/usecases/booking/client/cancel-by-link';
import { rescheduleByLink } from '@atelier/usecases/booking/client/reschedule-by-link';
import { seeByLink } from '@atelier/usecases/booking/client/see-by-link';
import { bookingAddress } from '@atelier/usecases/booking/link/booking-address';
import { type Submitted, submitBooking } from '@atelier/usecases/booking/request/submit-booking';
import type { Outcome } from '@atelier/usecases/outcome';
import { readStudio } from '@atelier/usecases/studio/read-studio';
import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import { z } from 'zod';
import { slug, zone } from '../../input/booking-values.ts';
import { expectDone } from '../expect-done.ts';
import { RestError, refusalError, saidBy } from '../rest-error.ts';
import { instant, time } from '../rest-values.ts';
import { type Asked, route } from '../route.ts';
import { clientBooking } from './booking-answers.ts';

const wish = z
  .strictObject({
    artist: slug.meta({ description: 'Slug, or “any”' }),
    service: z.uuid(),
    start: instant,
    zone: zone.nullish(),
    language: z.enum(['en', 'fr']).default('en'),
    client: z.strictObject({
      name: z.string().max(200),
      email: z.string().max(300),
      phone: z.string().max(60).nullish(),
    }),
    note: z.string().max(4_000).nullish(),
    answers: z.record(z.string().max(64), z.string().max(2_000)).optional().meta({
      description: 'By id of the question',
    }),
    alternativeStart: instant.nullish(),
    proof: z.string().max(2_000).nullish().meta({
      description: 'Solution of a challenge; needed from the sixth booking an hour on',
    }),
  })
  .meta({ id: 'BookingWish' });

const booked = z
  .object({
    id: z.uuid(),
    state: z.enum(['REQUESTED', 'CONFIRMED']),
    start: time,
    end: time,
    artist: z.string(),
    token: z.string(),
    manageUrl: z.url(),
  })
  .meta({ id: 'Booked' });

/** So many an hour from one address, without any proof of work. */
const WITHOUT_PROOF = 5;

const book = route({
  method: 'post',
  path: '/api/v1/bookings',
  summary: 'Book a time, or ask for it',
  description:
    'Confirmed at once or a request, as the studio has set it. Send a new random Idempotency-Key with every booking: the same key again gives the same answer and never a second booking.',
  access: 'public',
  limit: 'submit',
  keyed: true,
  body: wish,
  status: 201,
  answer: booked,
  refuses: ['slot_taken', 'idempotency_mismatch', 'conflict'],
  async run(asked) {
    const { services, body, key } = asked;
    const { service: serviceId, proof: _, ...rest } = body;
    const origin = await originOf(asked, body.proof);
    const submitted = await submitBooking({ ...services, origin }, { ...rest, serviceId }, key, 'api');
    const { start, end, ...booking } = bookedOf(submitted);
    const { url } = await readStudio(services.database, services);
    const manageUrl = bookingAddress(url, booking.token);
    const state = booking.state === 'CONFIRMED' ? 'CONFIRMED' : 'REQUESTED';
    return { ...booking, state, start, end, manageUrl } as const;
  },
});

/** Whoever has a key acts for the studio, which has no limits. */
async function originOf(
  { actor, services, ip, used }: Pick<Asked<unknown, unknown, unknown>, 'actor' | 'services' | 'ip' | 'used'>,
  proof: string | null | undefined,
): Promise<Origin | null> {
  if (actor) return null;
  const stranger = { ip, proof, proofNeeded: used > WITHOUT_PROOF };
  return expectDone(await letIn(services.guard, stranger));
}

function bookedOf(submitted: Outcome<Submitted>) {
  if (!submitted.ok) throw wishError(submitted);
  const { value } = submitted;
  if (value.kind === 'booked') return value.booking;
  throw notFree(value.reason, value.nearest, saidBy(value.refusal));
}

/** An artist or a service in the body that is not there is a wrong field, not a wrong address. */
function wishError({ refusal }: Extract<Outcome<Submitted>, { ok: false }>): RestError {
  if (refusal.kind !== 'not-found') return refusalError(refusal);
  return new RestError('invalid', saidBy(refusal), { about: 'service' });
}

/** A time that was never to be had is a wrong field (case 47); one that somebody else has was taken. */
function notFree(reason: string, nearest: readonly OfferedSlot[], said: RestError['said']): RestError {
  const details = { reason, nearest: nearest.map(slotText) };
  if (!['CLOSED', 'OFFGRID', 'NOTICE', 'HORIZON'].includes(reason))
    return new RestError('slot_taken', said, { details });
  return new RestError('invalid', said, { about: 'start', details });
}

function slotText({ start, end, artist }: OfferedSlot) {
  return { start: start.toISOString(), end: end.toISOString(), artist };
}

const token = z.object({ token: z.string().min(1).max(200) });

const see = route({
  method: 'get',
  path: '/api/v1/bookings/{token}',
  summary: 'The booking that a link opens',
  access: 'public',
  limit: 'read',
  params: token,
  status: 200,
  answer: clientBooking,
  refuses: ['not_found'],
  run: async ({ services, params }) => expectDone(await seeByLink(services, params.token)),
});

const accept = route({
  method: 'post',
  path: '/api/v1/bookings/{token}/accept',
  summary: 'Say yes to the time that the artist has proposed: the booking is confirmed',
  access: 'public',
  limit: 'write',
  params: token,
  body: z.strictObject({
    start: instant.meta({ description: 'The time that was seen: a yes to one is none to another' }),
  }),
  status: 200,
  answer: clientBooking,
  refuses: ['not_found', 'conflict', 'unverified', 'forbidden'],
  run: async ({ services, params, body }) =>
    expectDone(await acceptByLink(services, params.token, body.start)),
});

const cancel = route({
  method: 'post',
  path: '/api/v1/bookings/{token}/cancel',
  summary: 'Cancel a booking, or withdraw a request',
  access: 'public',
  limit: 'write',
  params: token,
  status: 200,
  answer: clientBooking,
  refuses: ['not_found', 'conflict', 'forbidden'],
  run: async ({ services, params }) => expectDone(await cancelByLink(services, params.token)),
});

const reschedule = route({
  method: 'post',
  path: '/api/v1/bookings/{token}/reschedule',
  summary: 'Move a booking; the old time is kept until the new one is had',
  access: 'public',
  limit: 'write',
  params: token,
  body: z.strictObject({ start: instant }),
  status: 200,
  answer: clientBooking,
  refuses: ['not_found', 'conflict', 'slot_taken', 'unverified', 'forbidden'],
  async run({ services, params, body }) {
    const moved = expectDone(await rescheduleByLink(services, params.token, body.start));
    if (moved.kind === 'moved') return moved.booking;
    throw notFree(
      moved.reason,
      moved.nearest,
      codedRefusal('time-unavailable-stands', { reason: moved.reason }),
    );
  },
});

const calendar = route({
  method: 'get',
  path: '/api/v1/bookings/{token}/calendar.ics',
  summary: 'The booking as a file for one’s own calendar',
  access: 'public',
  limit: 'read',
  params: token,
  status: 200,
  contentType: 'text/calendar',
  answer: z.string(),
  refuses: ['not_found'],
  run: async ({ services, params }) => expectDone(await calendarOf(services, params.token)).text,
});

/** What clients do. */
export const bookingRoutes = [book, see, accept, cancel, reschedule, calendar];
