import { says } from '../../sentence.ts';
import { momentIn } from '../../spoken.ts';
import type { Counted, Told } from '../../words.ts';
import type { Least, Most, TakenTime, TimeReason } from '../given.ts';

const WHY: Readonly<Record<TimeReason, string>> = {
  CLOSED: 'no such time on that day',
  OFFGRID: 'not on a whole minute',
  BUSY: 'taken',
  BUFFER: 'too close to another appointment',
  NOTICE: 'past',
  HORIZON: 'too far ahead',
  LIMIT: 'fully booked',
  HELD: 'somebody is just booking it',
};

/** Series of sessions, answers to ideas, and stretches of time. */
export const offers = {
  'sessions-overlap': () => says('These sessions would overlap each other.'),
  'whole-minute': () => says('An appointment begins on a whole minute.'),
  'time-past': () => says('This time is past.', 'At most a day back can be noted.'),
  'date-far': () => says('This date is too far ahead.'),
  'sessions-clocks-skip': ({ dates }: { readonly dates: readonly string[] }) =>
    says(
      `Clocks skip that time of day on ${dates.join(', ')}. Nothing was booked.`,
      'Choose another time or another rhythm.',
    ),
  'sessions-count': ({ most }: Most) => says(`A series has 1 to ${most} sessions.`),
  'sessions-apart': ({ most }: Most) => says(`Sessions lie 1 to ${most} days apart.`),
  'which-artist': () => says('Choose the artist of this appointment.'),
  'artist-without-calendar': () => says('This artist has no calendar for bookings.'),
  'date-shape': () => says('Dates are written 2026-12-31.'),
  'dates-backwards': () => says('The last date lies before the first.'),
  'days-many': ({ most }: Most) => says(`At most ${most} days at once.`),
  'no-idea': () => says('There is no such idea.'),
  'session-length': ({ least }: Least) => says(`A session takes ${least} minutes to a day.`),
  'times-many': ({ most }: Most) => says(`At most ${most} times a session.`),
  'offered-time-past': () => says('One of the times is past.', 'Take it out, then send again.'),
  'offered-time-far': () => says('Times lie within the next two years.'),
  'work-sessions': ({ most }: Most) => says(`The work takes 1 to ${most} sessions.`),
  'receives-nothing': ({ name }: Told<'name'>) =>
    says(
      `${name} has no calendar that receives bookings. Nothing was sent.`,
      'Choose one in the studio’s settings first.',
    ),
  'no-times-offered': () => says('Offer at least one time.'),
  'session-booked': ({ number }: Counted<'number'>) =>
    says(
      `Session ${number} has its appointment already. Nothing was changed.`,
      'Move that appointment, or offer times for the next session.',
    ),
  'next-session': ({ number }: Counted<'number'>) => says(`The next session is number ${number}.`),
  'idea-for-anyone': () =>
    says(
      'This idea is for any artist. Nothing was changed.',
      'Leave it to somebody else, or ask the front desk to decline it.',
    ),
  'idea-taker': () => says('Please say which artist takes this idea.'),
  'idea-not-for-them': () => says('You cannot take this idea for that artist. Nothing was changed.'),
  'idea-taken': ({ name }: Told<'name'>) => says(`${name} has taken this idea already. Nothing was changed.`),
  'request-key': ({ most }: Most) => says(`An idempotency key has 1 to ${most} visible characters.`),
  'request-key-used': () => says('This key was used for another request.', 'Use a new key for a new one.'),
  'sessions-not-free': ({
    taken,
    more,
    zone,
  }: { readonly taken: readonly TakenTime[] } & Counted<'more'> & Told<'zone'>) => {
    const named = taken.map(({ at, reason }) => `${momentIn('en', at, zone)} (${WHY[reason]})`);
    const rest = more === 0 ? '' : `, and ${more} more`;
    return says(
      `Not free: ${named.join('; ')}${rest}. Nothing was booked.`,
      'Choose another time or another rhythm, or make room first.',
    );
  },
};
