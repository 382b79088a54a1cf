import type { SlotReason } from '@atelier/booking/slot-query';

/** Why a time cannot be had, for whoever wanted it. */
export const TAKEN_WORDS: Readonly<Record<SlotReason, string>> = {
  CLOSED: 'The studio is not open then.',
  BUSY: 'This time was just taken.',
  BUFFER: 'This time is too close to another appointment.',
  NOTICE: 'This time is too soon to be booked.',
  HORIZON: 'This date is too far ahead to be booked.',
  LIMIT: 'This day is fully booked.',
  HELD: 'Somebody else is just booking this time.',
};
