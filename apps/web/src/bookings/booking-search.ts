import { z } from 'zod';

export const BOOKING_TABS = ['waiting', 'upcoming', 'past', 'all'] as const;
export type BookingTab = (typeof BOOKING_TABS)[number];

/** What of the bookings is shown, kept in the address so that it can be gone back to and passed on. */
export const bookingSearch = z.object({
  tab: z.enum(BOOKING_TABS).optional().catch(undefined),
  /** Slug. */
  artist: z.string().max(100).optional().catch(undefined),
  q: z.string().max(200).optional().catch(undefined),
  /** A dialog that stands open. */
  open: z.enum(['new', 'move']).optional().catch(undefined),
});

export type BookingSearch = z.infer<typeof bookingSearch>;
