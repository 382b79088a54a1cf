import {
  type BookingRow,
  bookingsToFollow,
  bookingToFollow,
  isAsSeen,
  patchBooking,
  type Trouble,
} from '@atelier/database/booking/booking-store';
import type { ItemJob } from '@atelier/database/jobs/item-job';
import { findByUid } from '@atelier/database/object/event-lookup';
import { transact } from '@atelier/database/transaction';
import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import { type CurrentEntry, currentEntry } from '../entry/current-entry.ts';
import { remoteChangeOf } from '../entry/remote-change-of.ts';
import { troubleOf } from '../entry/trouble.ts';
import { mailTrouble } from '../mail/mail-trouble.ts';
import { type StepContext, takeStep } from '../step/step-booking.ts';

/**
 * Does what artists did to their bookings in their own calendars (B9): a prefix that is gone confirms, a moved event
 * reschedules, a deleted one declines or cancels. What cannot be followed is put before a person, never dropped.
 */
export const followBookings: ItemJob<StepContext> = {
  due: ({ database }) => bookingsToFollow(database),
  async work(context, id) {
    const booking = await bookingToFollow(context.database, id);
    if (booking) await follow(context, booking);
  },
};

async function follow(context: StepContext, booking: BookingRow): Promise<void> {
  const current = await findEntry(context, booking);
  const change = remoteChangeOf(booking, current);
  if (change.kind === 'nothing') return noted(context, booking, current, null);
  if (change.kind === 'conflict')
    return noted(context, booking, current, codedRefusal(`entry-${change.conflict}`));
  let { version } = booking;
  let revision = current?.revision ?? null;
  for (const step of change.steps) {
    const taken = await takeStep(context, {
      bookingId: booking.id,
      step,
      via: 'calendar',
      actorId: null,
      version,
      fromCalendar: { revision },
    });
    if (!taken.ok)
      return refusedStep(context, booking, current, { version, revision, trouble: troubleOf(taken.refusal) });
    version = taken.value.booking.version;
    revision = taken.value.booking.knownRevision;
  }
}

/**
 * Somebody else may have taken a step meanwhile, another worker the same one, or the event has changed once more: then
 * it is looked at again.
 */
async function refusedStep(
  context: StepContext,
  booking: BookingRow,
  current: CurrentEntry | null,
  {
    version,
    revision,
    trouble,
  }: { readonly version: number; readonly revision: number | null; readonly trouble: Trouble },
): Promise<void> {
  const seen = { id: booking.id, version, revision };
  if (await isAsSeen(context.database, seen)) await noted(context, booking, current, trouble);
}

/** An event that the artist has moved to another calendar of theirs is not deleted. */
async function findEntry({ database }: StepContext, booking: BookingRow): Promise<CurrentEntry | null> {
  const there = await currentEntry(database, booking);
  if (there) return there;
  const moved = await findByUid(database, booking.uid);
  if (!moved) return null;
  await transact(database, (transaction) =>
    patchBooking(transaction, booking.id, { objectId: moved.id, calendarId: moved.calendarId }),
  );
  return currentEntry(database, { objectId: moved.id, uid: booking.uid });
}

/** Looked at, and nothing to be done by itself. */
async function noted(
  context: StepContext,
  booking: BookingRow,
  current: CurrentEntry | null,
  trouble: Trouble | null,
): Promise<void> {
  const { database, clock } = context;
  await transact(database, async (transaction) => {
    if (trouble !== null) await mailTrouble(transaction, context, booking, trouble);
    await patchBooking(transaction, booking.id, {
      trouble: trouble ?? booking.trouble,
      ...(trouble !== null && { updatedAt: clock() }),
      ...(current
        ? { knownRevision: current.revision }
        : // The event is gone and the booking stands: there is nothing left to follow.
          { objectId: null }),
    });
  });
}
