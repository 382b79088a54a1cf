import type { BookingStep } from '@atelier/booking/state/booking-state';
import { type BookingRow, listBookings } from '@atelier/database/booking/booking-store';
import { type Actor, sightOf } from '../../actor.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { readNote } from '../request/client-details.ts';
import { type SeenBooking, seeBookings } from '../view/see-bookings.ts';
import { type StepContext, takeStep } from './step-booking.ts';

export type StudioStep =
  | { readonly action: 'confirm' | 'decline' | 'cancel' | 'complete' | 'no-show' }
  | { readonly action: 'reschedule'; readonly start: Date };

export interface StudioAnswer {
  readonly via: 'page' | 'cli' | 'api';
  /** That the person saw; left out, the one that is there. */
  readonly version?: number | undefined;
  /** Words to the client. */
  readonly message?: string | null | undefined;
  /** Also while a calendar of the artist does not answer. */
  readonly unverified?: boolean | undefined;
}

/** A step that the studio takes; a foreign booking and one that never was are answered alike. */
export async function answerBooking(
  context: StepContext,
  actor: Actor,
  bookingId: string,
  wanted: StudioStep,
  { via, version, message, unverified }: StudioAnswer,
): Promise<Outcome<SeenBooking>> {
  const [booking] = await listBookings(context.database, {
    ids: [bookingId],
    visibleTo: sightOf(actor),
    limit: 1,
  });
  if (!booking) return refusedFor('not-found', 'no-booking');
  const note = readNote(message);
  if (!note.ok) return note;
  if (wanted.action === 'reschedule' && !(Math.abs(wanted.start.getTime()) < LAST_INSTANT))
    return refusedFor('invalid', 'not-a-time');
  const step = stepOf(booking, wanted);
  const input = {
    bookingId,
    step,
    via,
    actorId: actor.userId,
    version,
    message: note.value,
    knowing: unverified,
  };
  const taken = await takeStep(context, input);
  if (!taken.ok) return taken;
  const [after] = await seeBookings(context, actor, { ids: [bookingId] });
  return after ? done(after) : refusedFor('not-found', 'no-booking');
}

/** What Date can name, with room for a length. */
const LAST_INSTANT = 8e15;

/** A new time keeps the length. */
function stepOf({ startsAt, endsAt }: BookingRow, wanted: StudioStep): BookingStep {
  if (wanted.action !== 'reschedule') return { action: wanted.action, by: 'artist' };
  const start = wanted.start.getTime();
  return { action: 'reschedule', by: 'artist', start, end: start + endsAt.getTime() - startsAt.getTime() };
}
