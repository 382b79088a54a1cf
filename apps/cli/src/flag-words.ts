import type { Flag } from '@atelier/calendar/occurrence';

/** What is said of an event that was not read exactly as it was meant. */
export const FLAG_WORDS: Readonly<Record<Flag, string>> = {
  'unknown-zone': 'its time zone is not known, so it is read in the calendar’s',
  'zone-differs': 'it defines its time zone otherwise than the zone’s name says',
  'too-complex': 'its rule is too complex to follow, dates may be missing',
  'too-many': 'it repeats more often than can be kept, dates are left out',
  'invalid-rule': 'its rule cannot be read, bookings that might meet it are requests',
  'mended-rule': 'its rule was mended',
  'invalid-end': 'its end cannot be read, it blocks to the end of the day',
  'mended-end': 'its end was mended',
  'invalid-guest': 'a guest of it cannot be read',
  'no-instances': 'every date of it has been removed',
  'override-without-master': 'a changed date of a series whose rest is missing',
  'two-masters': 'it is there in two versions, the later one is shown',
  'mixed-uids': 'different events are stored as one',
  'missing-uid': 'it has no identity of its own',
  'wrong-bytes': 'some of its letters are damaged; it can be deleted here, not changed',
  repaired: 'its text was damaged and was mended',
};
