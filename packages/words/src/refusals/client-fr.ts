import { asking } from './fr/asking.ts';
import { bookings } from './fr/bookings.ts';
import { ideas } from './fr/ideas.ts';
import { times } from './fr/times.ts';
import { typed } from './fr/typed.ts';

/** What clients can meet on the booking page. */
export const CLIENT_REFUSALS_FR = { ...times, ...bookings, ...typed, ...ideas, ...asking };
