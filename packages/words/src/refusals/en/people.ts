import { says } from '../../sentence.ts';
import type { Most } from '../given.ts';

/** People of the studio, and what their admins look after. */
export const people = {
  'admins-only': () => says('Only an admin may do this.'),
  'accounts-of-people': () =>
    says('Whoever works here connects accounts of their own; those of others are for an admin.'),
  'people-only': () => says('Only somebody who signs in has this here.'),
  'session-gone': () => says('This session is not there (any more).', 'Look at the list again.'),
  'device-gone': () => says('This device is not in your list (any more).', 'Look at the list again.'),
  'no-person': () => says('There is no such person (any more).'),
  'last-admin': () =>
    says(
      'Nobody else could set anything right any more. Nothing was changed.',
      'Make somebody else an admin first.',
    ),
  'not-yourself': () =>
    says('Somebody else has to do this for you. Nothing was changed.', 'Ask another admin.'),
  'still-owns': () =>
    says(
      'Calendars, accounts or an artist’s profile are still theirs. Nothing was changed.',
      'Say who takes them over, or switch the person off instead: then everything stays theirs.',
    ),
  'no-heir': () => says('Whoever takes over has to be somebody else who signs in here. Nothing was changed.'),
  'person-disabled': () => says('This person is switched off. Nothing was changed.', 'Switch them on first.'),
  'email-taken': () => says('Somebody with this e-mail address is here already.'),
  'person-name': ({ most }: Most) => says(`A name is one line of 1 to ${most} characters.`),
  'password-length': ({ least, most }: { readonly least: number; readonly most: number }) =>
    says(`A password has ${least} to ${most} characters.`),
  'wrong-password': () => says('The present password is not right. Nothing was changed.'),
  'wrong-code': () =>
    says('This code is not right.', 'It changes every 30 seconds and opens once: type the next one.'),
  'code-over': () => says('That took too long, or was tried too often.', 'Sign in with your password again.'),
  'codes-locked': () =>
    says('Too many wrong codes. For up to an hour none is taken.', 'Try again later, or ask an admin.'),
  'factor-on': () => says('Your second factor is on already. Nothing was changed.'),
  'factor-off': () => says('There is no second factor (any more). Nothing was changed.'),
  'factor-not-begun': () =>
    says('There is nothing to confirm (any more). Nothing was changed.', 'Begin anew with your password.'),
  'no-passkey': () => says('This passkey is not there (any more).', 'Look at the list again.'),
  'passkey-unknown': () =>
    says('This passkey opens nothing here.', 'Sign in with your password instead, or try another passkey.'),
  'passkey-not-added': () =>
    says('The passkey was not added.', 'Try again; your device has to ask for its PIN, a finger or a face.'),
  'link-over': () =>
    says(
      'This link opens nothing (any more).',
      'It opens once, and not for ever. Ask an admin for a new one.',
    ),
  'key-name': () => says('A key needs a name, one line of 120 characters at most.'),
  'no-key': () => says('There is no such key.'),
  'no-failed-mail': () => says('There is no such mail that was given up.', 'It may be under way already.'),
  'no-set-aside': () =>
    says('There is nothing that waits under this name.', 'It may have been done meanwhile.'),
};
