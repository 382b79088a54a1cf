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
 * A person has looked at what could not be followed in the artist's calendar, or at a calendar that could not be asked:
 * the booking stands as it is here, and the calendar is brought to it.
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
  if (!locked || !(locked.booking.trouble || locked.booking.unverified)) return;
  const { artist, booking, place } = locked;
  // What was looked at is the trouble; whether the time is free, the calendars are still asked.
  const known = booking.trouble ? { trouble: null } : { unverified: false };
  const certain = { ...known, version: booking.version + 1, updatedAt: now };
  const next: BookingRow = { ...booking, ...certain };
  await patchBooking(transaction, bookingId, certain);
  await changeEntry(transaction, next, {
    place,
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
