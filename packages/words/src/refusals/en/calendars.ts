import { says } from '../../sentence.ts';
import type { Counted, Told } from '../../words.ts';
import type { Most, ProviderFailure } from '../given.ts';

/** Calendars and the accounts they come from. */
export const calendars = {
  'no-calendar': () => says('There is no such calendar.'),
  'no-calendar-or-connection': () => says('There is no such calendar or connection.'),
  'calendar-not-yours': () => says('This calendar is somebody else’s.'),
  'calendar-read-only': ({ name }: Told<'name'>) =>
    says(
      `“${name}” can only be read; nothing was changed.`,
      'Ask its owner for the right to write, or choose another calendar.',
    ),
  'calendar-gone': ({ name }: Told<'name'>) =>
    says(
      `“${name}” is no longer there at its provider.`,
      'Choose another calendar, or look at its connection.',
    ),
  'calendar-not-followed': () =>
    says('This calendar is not kept in step with a provider.', 'Choose it first in Settings → Calendars.'),
  'password-refused': () =>
    says(
      'The server lets this account in no longer, so nothing is asked of it.',
      'Enter a new app password, or sign in again at the provider.',
    ),
  'calendar-at-provider': () =>
    says('This calendar is kept at its provider.', 'Take it out of step instead.'),
  'calendar-holds-bookings': ({ name, artist }: Told<'name' | 'artist'>) =>
    says(
      `“${name}” holds the bookings of ${artist}. Nothing was removed.`,
      'Choose another calendar for new bookings, and wait until those that are in this one are over.',
    ),
  'account-holds-bookings': ({ name, artist }: Told<'name' | 'artist'>) =>
    says(
      `“${name}” holds the bookings of ${artist}. Nothing was removed.`,
      'Choose another calendar for new bookings, and wait until those that are in this account are over.',
    ),
  'calendar-holds-events': ({ name, count }: Told<'name'> & Counted) =>
    says(
      `“${name}” has ${count === 1 ? 'an event' : `${count} events`}, and there is no other copy. Nothing was removed.`,
      'Export it first if it may be wanted again; then remove it together with its events.',
    ),
  'calendar-interval': () => says('The interval must be between 1 minute and 24 hours.'),
  'calendar-name': () => says('A calendar needs a name, in one line.'),
  'nobody-with-email': () => says('Nobody here has this e-mail address.'),
  'nothing-held': () => says('Nothing is held any more.', 'The calendar looked complete again by itself.'),
  'account-empty': () =>
    says('The account answers, but holds no calendar for events.', 'Create one there, then connect again.'),
  'account-connected': ({ name }: Told<'name'>) =>
    says('This account is connected already.', `It is listed as “${name}”.`),
  'account-without-password': ({ name }: Told<'name'>) =>
    says(
      `“${name}” has no password here: somebody signed in at its provider.`,
      'Sign in there again, with the button of the account on the page Connections.',
    ),
  'no-connection': () => says('There is no such connection.'),
  'calendar-stays-private': () =>
    says('Your private calendar is for you alone.', 'Make another calendar for what others should see.'),
  'private-elsewhere': ({ name }: Told<'name'>) =>
    says(`Your private calendar is kept at a provider already: “${name}”.`, 'Each person has one.'),
  'private-not-there': ({ name }: Told<'name'>) =>
    says(
      `“${name}” cannot be your private calendar.`,
      'It takes one of your own at a provider, into which you may write.',
    ),
  'private-not-read': ({ name }: Told<'name'>) =>
    says(
      `“${name}” has not been read to its end yet, so nothing was moved.`,
      'Keep it in step, wait until it is, and try again.',
    ),
  'private-shared': ({ name }: Told<'name'>) =>
    says(`“${name}” is shared with others here.`, 'Take the shares away first, then try again.'),
  'private-calendar-stays': () =>
    says(
      'Everybody keeps their private calendar. Nothing was removed.',
      'Its events can be deleted one by one.',
    ),
  'private-cannot-receive': () =>
    says(
      'A private calendar cannot receive bookings, as the studio does not see it.',
      'Choose another calendar.',
    ),
  'calendar-is-theirs': () => says('This calendar is theirs already.'),
  'no-such-reader': () => says('There is no such person or group.'),
  'no-group': () => says('There is no such group.'),
  'group-name': ({ most }: Most) => says(`A group needs a name, of at most ${most} characters in one line.`),
  'no-feed': () => says('There is no such address, or not any more.'),
  'feeds-many': ({ most }: Most) =>
    says(`There are ${most} addresses of this calendar already.`, 'Revoke one that nobody uses any more.'),
  'provider-failed': ({ message, hint }: ProviderFailure) => says(message, hint),
};
