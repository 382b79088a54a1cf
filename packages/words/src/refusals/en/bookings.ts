import { says } from '../../sentence.ts';
import type { EndState, Most } from '../given.ts';

const ENDED: Readonly<Record<EndState, string>> = {
  DECLINED: 'This request was declined.',
  EXPIRED: 'This request was not answered in time and has expired.',
  WITHDRAWN: 'This request was withdrawn by the client.',
  CANCELLED: 'This booking was cancelled.',
  COMPLETED: 'This appointment has taken place.',
  NO_SHOW: 'This appointment is noted as missed.',
};

/** Steps of a booking. */
export const bookings = {
  'no-booking': () => says('There is no such booking.'),
  'changed-meanwhile': () => says('This booking was changed meanwhile.', 'Look at it again, then decide.'),
  'step-not-allowed': () => says('You cannot do this with the booking. Nothing was changed.'),
  'step-not-confirmed': () =>
    says('This request has not been confirmed yet. Nothing was changed; confirm or decline it first.'),
  'step-confirmed': () =>
    says('This booking has been confirmed meanwhile and stands. It can be cancelled instead.'),
  'step-too-late': () => says('It is too late to change this booking online, and it stands.'),
  'step-too-early': () =>
    says('This appointment has not begun yet. Nothing was changed; note the outcome once it has.'),
  'step-bad-time': () => says('The end must lie after the start. The booking stays where it was.'),
  'step-their-turn': () =>
    says('Nothing has been proposed to you. The studio answers your request. Nothing was changed.'),
  'step-over': ({ state }: { readonly state: EndState }) =>
    says(`${ENDED[state]} Nothing was changed; make a new booking instead.`),
  'not-movable': () =>
    says(
      'This appointment cannot be moved online, and it stands as it is.',
      'Cancel it and book anew, or ask the studio.',
    ),
  'moved-too-often': ({ most }: Most) =>
    says(
      `This appointment was moved ${most} times, and stands where it is.`,
      'Write to the studio if it has to be moved once more.',
    ),
  'moved-too-often-today': ({ most }: Most) =>
    says(
      `This appointment was moved ${most} times within a day, and stands where it is.`,
      'Move it again tomorrow, or write to the studio.',
    ),
  'link-opens-nothing': () =>
    says('This link does not open a booking.', 'Check that it is whole, or write to the studio.'),
  'link-of-artist': () =>
    says('This link is for answering the request. Only the client’s own link does this.'),
  'link-of-client': () => says('This link is the client’s. Only the studio answers a request.'),
};
