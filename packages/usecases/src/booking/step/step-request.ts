import type { BookingStep } from '@atelier/booking/state/booking-state';
import type { StepRow } from '@atelier/database/booking/step-store';
import type { Offer } from '../availability/offer.ts';

export interface TakeStep {
  readonly bookingId: string;
  readonly step: BookingStep;
  readonly via: StepRow['via'];
  /** Who is signed in; null for a client, the calendar or the clock. */
  readonly actorId: string | null;
  /** The version that the person saw; left out, the one that is there. */
  readonly version?: number | undefined;
  /** The time that the person saw, where it is that which they say yes to. */
  readonly at?: Date | undefined;
  /**
   * The event says so already, and what is in the calendar stays as it is (B9). `revision` is that of the event when it
   * was read, null when it was gone: if it has changed since, nothing is done.
   */
  readonly fromCalendar?: { readonly revision: number | null };
  /** A client moves it: the new time must be one that this offer has. */
  readonly offer?: Offer | undefined;
  /** Words of the artist to the client. */
  readonly message?: string | null | undefined;
  /** The person knows that a calendar does not answer, and decides all the same (B8). */
  readonly knowing?: boolean | undefined;
}
