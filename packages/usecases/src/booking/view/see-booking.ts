import type { BookingState } from '@atelier/booking/state/step-rules';
import { listSteps, type StepRow } from '@atelier/database/booking/step-store';
import { listUsers } from '@atelier/database/people/user-store';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { type SeenBooking, seeBookings } from './see-bookings.ts';

/** One step in the life of a booking, as it was written down. */
export interface SeenStep {
  readonly at: Date;
  readonly action: string;
  readonly party: StepRow['party'];
  /** Who was signed in; null for a client, the calendar or the clock. */
  readonly who: string | null;
  readonly via: StepRow['via'];
  readonly fromState: BookingState | null;
  readonly toState: BookingState;
  readonly start: Date;
  readonly end: Date;
  readonly detail: string | null;
  /** Taken by a person although a calendar could not be asked. */
  readonly unverified: boolean;
}

export interface BookingHistory extends SeenBooking {
  readonly steps: readonly SeenStep[];
}

/** One booking with all that has become of it; a foreign one and one that never was are answered alike. */
export async function seeBooking(
  context: Pick<Context, 'database'>,
  actor: Actor,
  id: string,
): Promise<Outcome<BookingHistory>> {
  const [booking] = await seeBookings(context, actor, { ids: [id] });
  if (!booking) return refusedFor('not-found', 'no-booking');
  const names = new Map((await listUsers(context.database)).map((user) => [user.id, user.name]));
  const steps = await listSteps(context.database, id);
  return done({ ...booking, steps: steps.map((step) => seenStep(step, names)) });
}

function seenStep(step: StepRow, names: ReadonlyMap<string, string>): SeenStep {
  const {
    at,
    action,
    party,
    actorId,
    via,
    fromState,
    toState,
    startsAt: start,
    endsAt: end,
    detail,
    unverified,
  } = step;
  const who = actorId === null ? null : (names.get(actorId) ?? null);
  return { at, action, party, who, via, fromState, toState, start, end, detail, unverified };
}
