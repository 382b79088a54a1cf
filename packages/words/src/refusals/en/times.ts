import { says } from '../../sentence.ts';
import type { TimeReason } from '../given.ts';

const TIME: Readonly<Record<TimeReason, string>> = {
  CLOSED: 'The studio is not open then.',
  OFFGRID: 'No appointment begins at that minute.',
  BUSY: 'This time is taken.',
  BUFFER: 'This time is too close to another appointment.',
  NOTICE: 'This time is too soon to be booked.',
  HORIZON: 'This date is too far ahead to be booked.',
  LIMIT: 'This day is fully booked.',
  HELD: 'Somebody else is just booking this time.',
};

/** Times that cannot be had or kept. */
export const times = {
  'time-unavailable': ({ reason }: { readonly reason: TimeReason }) => says(TIME[reason]),
  'time-unavailable-stands': ({ reason }: { readonly reason: TimeReason }) =>
    says(TIME[reason], 'Your booking stands as it was.'),
  'time-claimed': () => says('That time is taken by another booking. Nothing was changed.'),
  'calendar-busy': () =>
    says(
      'Something else is in the artist’s calendar at that time. Nothing was changed.',
      'Choose another time, or make room in the calendar first.',
    ),
  'calendar-changed': () =>
    says(
      'The artist has just changed this appointment in their calendar. Nothing was changed here.',
      'Look at it again in a moment, then decide.',
    ),
  'calendar-silent': () =>
    says(
      'The artist’s calendar still does not answer, so nobody knows whether this time is free there. Nothing was changed.',
      'Look into the calendar yourself, then approve all the same, or try again in a few minutes.',
    ),
  'calendar-silent-move': () =>
    says(
      'The artist’s calendar does not answer just now, so the new time could not be checked. Your appointment stands as it was.',
      'Please try again in a few minutes.',
    ),
  'calendar-silent-accept': () =>
    says(
      'The artist’s calendar does not answer just now, so this time could not be checked once more. It is still kept for you.',
      'Please try again in a few minutes.',
    ),
  'not-a-time': () => says('This is not a time.'),
  'second-choice-impossible': ({ days }: { readonly days: number }) =>
    says(
      'The other time that would suit you cannot be booked.',
      `Choose one within the next ${days} days, or leave it out.`,
    ),
  'second-choice-overlaps': () =>
    says(
      'Your second choice overlaps your first one. Nothing was sent.',
      'Choose one that lies apart from it, or leave it out.',
    ),
  'hold-gone': () =>
    says('This time is not kept any more.', 'What you have typed is still here; choose a time again.'),
  'hold-longest': () =>
    says('This time cannot be kept any longer.', 'Send your request, or choose it again later.'),
  'holds-many': () =>
    says(
      'Several times are being kept for your address already.',
      'Give one of them back, or send the form without keeping the time: it is checked again then.',
    ),
  'watchers-many': () =>
    says('Too many people are looking at free times just now.', 'Try again in a minute.'),
  'pages-many': () =>
    says('Too many live pages are open from here.', 'Close some of them, then load this page again.'),
};
