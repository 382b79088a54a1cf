import { type RemoteEntry, readRemoteChange } from '@atelier/booking/read-remote-change';
import { type BookingRow, bookingsToFollow, patchBooking } from '@atelier/database/booking/booking-store';
import { transact } from '@atelier/database/transaction';
import { type CurrentEntry, currentEntry } from './current-entry.ts';
import { type StepContext, takeStep } from './step-booking.ts';
import { revisionOf } from './write-entry.ts';

const AT_ONCE = 50;

/**
 * Does what artists did to their bookings in their own calendars (B9): a prefix that is gone confirms, a moved event
 * reschedules, a deleted one declines or cancels. What cannot be followed is put before a person, never dropped.
 * @returns how many bookings were looked at.
 */
export async function followBookings(context: StepContext): Promise<number> {
  const changed = await bookingsToFollow(context.database, AT_ONCE);
  for (const booking of changed) await follow(context, booking);
  return changed.length;
}

async function follow(context: StepContext, booking: BookingRow): Promise<void> {
  const current = await findEntry(context, booking);
  const known = {
    title: booking.knownTitle ?? '',
    requested: booking.knownRequested,
    start: (booking.knownStartsAt ?? booking.startsAt).getTime(),
    end: (booking.knownEndsAt ?? booking.endsAt).getTime(),
  };
  const before = { state: booking.state, start: booking.startsAt.getTime(), end: booking.endsAt.getTime() };
  const change = readRemoteChange(before, known, current && remoteEntry(current));
  if (change.kind === 'nothing') return noted(context, booking, current, null);
  if (change.kind === 'conflict') return noted(context, booking, current, change.message);
  let { version } = booking;
  for (const step of change.steps) {
    const taken = await takeStep(context, {
      bookingId: booking.id,
      step,
      via: 'calendar',
      actorId: null,
      version,
      fromCalendar: true,
    });
    if (!taken.ok) return refusedStep(context, booking, current, { version, message: taken.refusal.message });
    version = taken.value.booking.version;
  }
}

/** Somebody else may have taken a step meanwhile, another worker the same one: then it is looked at again. */
async function refusedStep(
  context: StepContext,
  booking: BookingRow,
  current: CurrentEntry | null,
  { version, message }: { readonly version: number; readonly message: string },
): Promise<void> {
  const same = await context.database.query('SELECT 1 FROM booking WHERE id = $1 AND version = $2', [
    booking.id,
    version,
  ]);
  if (same.length > 0) await noted(context, booking, current, message);
}

function remoteEntry({ entry, allDay, recurring, cancelled }: CurrentEntry): RemoteEntry {
  return { title: entry.title, start: entry.start, end: entry.end, allDay, recurring, cancelled };
}

/** An event that the artist has moved to another calendar of theirs is not deleted. */
async function findEntry({ database }: StepContext, booking: BookingRow): Promise<CurrentEntry | null> {
  const there = booking.objectId === null ? null : await currentEntry(database, booking.objectId);
  if (there) return there;
  const [moved] = await database.query<{ id: string; calendarId: string }>(
    'SELECT id, calendar_id AS "calendarId" FROM calendar_object WHERE uid = $1 ORDER BY updated_at DESC LIMIT 1',
    [booking.uid],
  );
  if (!moved) return null;
  await transact(database, (transaction) =>
    patchBooking(transaction, booking.id, { objectId: moved.id, calendarId: moved.calendarId }),
  );
  return currentEntry(database, moved.id);
}

/** Looked at, and nothing to be done by itself. */
async function noted(
  { database, clock }: StepContext,
  booking: BookingRow,
  current: CurrentEntry | null,
  trouble: string | null,
): Promise<void> {
  await transact(database, async (transaction) => {
    await patchBooking(transaction, booking.id, {
      trouble: trouble ?? booking.trouble,
      ...(trouble !== null && { updatedAt: clock() }),
      ...(current
        ? { knownRevision: await revisionOf(transaction, current.id) }
        : // The event is gone and the booking stands: there is nothing left to follow.
          { objectId: null }),
    });
  });
}
