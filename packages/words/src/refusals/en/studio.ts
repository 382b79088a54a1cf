import { says } from '../../sentence.ts';
import type { Told } from '../../words.ts';
import type { Most } from '../given.ts';

/** Artists, services, chairs, and what the studio says of itself. */
export const studio = {
  'no-artist': () => says('There is no such artist.'),
  'artist-not-yours': () => says('Only an admin or the artist changes this.'),
  'slug-taken': ({ slug }: Told<'slug'>) =>
    says(`“${slug}” is taken by another artist.`, 'Choose another slug.'),
  'slug-shape': () => says('A slug has small letters, digits and hyphens, such as lea-m.'),
  'artist-stays': () =>
    says(
      'Bookings or ideas of clients stand with this artist, so they stay.',
      'Set the artist to not active instead: nothing is offered any more.',
    ),
  'no-colleague': () => says('There is no such person at the studio.', 'Add the person first.'),
  'no-service': () => says('There is no such service.'),
  'questions-many': ({ most }: Most) => says(`A service asks at most ${most} questions.`),
  'question-id': () => says('Each question has an id of its own, of letters, digits and hyphens.'),
  'no-chair': () => says('There is no such chair.'),
  'chairs-many': ({ most }: Most) => says(`A studio has at most ${most} chairs.`),
  'chair-stays': () => says('Bookings have this chair, so it stays.', 'Take it out of use instead.'),
  'closure-order': ({ from, to }: Told<'from' | 'to'>) =>
    says(`A closure cannot end (${to}) before it begins (${from}).`),
  'closure-wrong': ({ most }: Most) =>
    says(
      `A closure has two dates, and a reason of at most ${most} characters.`,
      'Write a date as 2026-12-24.',
    ),
  'no-closure': () => says('There is no such closure.'),
  'blocking-many': ({ most }: Most) => says(`At most ${most} calendars block an artist.`),
  'no-named-calendar': ({ id }: Told<'id'>) => says(`There is no calendar ${id}.`),
  'calendar-not-theirs': ({ name }: Told<'name'>) =>
    says(`“${name}” is somebody else’s; an admin chooses it.`),
  'calendar-cannot-receive': ({ name }: Told<'name'>) =>
    says(`“${name}” is read-only and cannot receive bookings.`, 'Choose another calendar.'),
  'no-such-picture': () => says('There is no such picture.'),
  'studio-name-missing': () => says('The name of the studio is missing.'),
  'studio-zone-missing': () => says('The time zone of the studio is missing.'),
  'studio-phone': () => says('This is not a telephone number.', 'Write it as +41 22 555 01 02.'),
  'studio-language': () => says('The language is en or fr.'),
  'studio-email': () => says('This is not an e-mail address.', 'Write it as studio@example.org.'),
  'studio-url': () => says('This is not an address of a website.', 'Write it as https://book.example.org.'),
  'no-zone': ({ zone }: Told<'zone'>) =>
    says(`“${zone}” is not a time zone.`, 'One looks like Europe/Zurich.'),
};
