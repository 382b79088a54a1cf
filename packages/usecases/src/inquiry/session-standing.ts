import type { BookingState } from '@atelier/booking/state/step-rules';

/** Of a session whose booking has come to nothing, times may be chosen again. */
const STANDS: readonly BookingState[] = ['REQUESTED', 'CONFIRMED', 'COMPLETED'];

export function stands({ bookingState }: { readonly bookingState: BookingState | null }): boolean {
  return bookingState !== null && STANDS.includes(bookingState);
}
