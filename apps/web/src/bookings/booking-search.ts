import { addressOf, oneOf, text } from '../address/address-part.ts';

export const BOOKING_TABS = ['waiting', 'upcoming', 'past', 'all'] as const;
export type BookingTab = (typeof BOOKING_TABS)[number];

/** What of the bookings is shown, kept in the address so that it can be gone back to and passed on. */
export const bookingSearch = addressOf({
  tab: oneOf(BOOKING_TABS),
  /** Slug. */
  artist: text(100),
  q: text(200),
  /** A dialog that stands open. */
  open: oneOf(['new', 'move']),
});

export type BookingSearch = ReturnType<typeof bookingSearch>;
