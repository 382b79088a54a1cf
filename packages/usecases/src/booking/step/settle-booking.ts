import { type BookingRow, patchBooking } from '@atelier/database/booking/booking-store';
import { insertStep } from '@atelier/database/booking/step-store';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { Actor } from '../../actor.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { readStudio } from '../../studio/read-studio.ts';
import { changeEntry } from '../entry/change-entry.ts';
import { type SeenBooking, seeBookings } from '../view/see-bookings.ts';
import { lockForStep } from './lock-step.ts';
import type { StepContext } from './step-booking.ts';

const UNKNOWN = refusedFor('not-found', 'no-booking');

/**
 * A person has looked at what could not be followed in the artist's calendar: the booking stands as it is here, and the
 * calendar is brought to it.
 */
export async function settleBooking(
  context: StepContext,
  actor: Actor,
  id: string,
): Promise<Outcome<SeenBooking>> {
  const [seen] = await seeBookings(context, actor, { ids: [id] });
  if (!seen) return UNKNOWN;
  await transact(context.database, (transaction) => settle(transaction, context, actor, id));
  const [after] = await seeBookings(context, actor, { ids: [id] });
  return after ? done(after) : UNKNOWN;
}

async function settle(
  transaction: Transaction,
  context: StepContext,
  actor: Actor,
  bookingId: string,
): Promise<void> {
  const { newId, clock } = context;
  const now = clock();
  const locked = await lockForStep(transaction, { bookingId }, now);
  if (!locked?.booking.trouble) return;
  const { artist, booking, places } = locked;
  const next: BookingRow = { ...booking, trouble: null, version: booking.version + 1 };
  await patchBooking(transaction, bookingId, { trouble: null, version: next.version, updatedAt: now });
  await changeEntry(transaction, next, {
    place: booking.calendarId === null ? null : (places.get(booking.calendarId) ?? null),
    zone: artist.timeZone,
    url: (await readStudio(transaction, context)).url,
    actorId: actor.userId,
    now,
    newId,
    fromCalendar: false,
  });
  const { state, startsAt, endsAt } = booking;
  const who = { party: 'artist', actorId: actor.userId, via: 'page' } as const;
  const what = {
    action: 'settle',
    fromState: state,
    toState: state,
    startsAt,
    endsAt,
    detail: null,
    unverified: false,
  };
  await insertStep(transaction, { id: newId(), bookingId, at: now, ...who, ...what });
}
