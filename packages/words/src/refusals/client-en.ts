import { asking } from './en/asking.ts';
import { bookings } from './en/bookings.ts';
import { ideas } from './en/ideas.ts';
import { times } from './en/times.ts';
import { typed } from './en/typed.ts';

/** What clients can meet on the booking page. */
export const CLIENT_REFUSALS_EN = { ...times, ...bookings, ...typed, ...ideas, ...asking };
