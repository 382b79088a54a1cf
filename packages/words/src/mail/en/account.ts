import type { Counted, Told } from '../../words.ts';

/** What people who sign in are told of their own account. */
export const account = {
  hello: ({ name }: Told<'name'>) => `Hello ${name},`,
  invite: {
    subject: ({ studio }: Told<'studio'>) => `${studio}: your account is ready`,
    lead: ({ studio }: Told<'studio'>) =>
      `${studio} has made an account for you in Atelier, the studio’s calendar. Choose a password here, and you are in:`,
    opens: 'The link opens once, within seven days. If it has run out, ask for a new one.',
  },
  reset: {
    subject: ({ studio }: Told<'studio'>) => `${studio}: choose a new password`,
    lead: (_: Told<'studio'>) =>
      'Your password opens no more, and you were signed out everywhere. Choose a new one here:',
    opens: 'The link opens once, within a day. If it has run out, ask an admin for a new one.',
  },
  guessed: {
    subject: 'Wrong passwords were tried for your account',
    lead: ({ tries }: Counted<'tries'>) =>
      `Somebody has tried ${tries} times to sign in to your account with a wrong password. Nobody got in; between two tries there is now a wait, and it grows.`,
    you: 'If it was you: wait as long as you are told, then try again, or ask an admin for a new password.',
    notYou:
      'If it was not you: nothing needs to be done, as long as only you know your password. If you use it elsewhere too, change it.',
  },
  factorOff: {
    subject: 'Your second factor was taken off',
    by: ({ name }: Told<'name'>) =>
      `${name} has taken off your second factor and your passkeys, and you were signed out everywhere. You sign in by your password alone now.`,
    byYou: 'You have turned off your second factor. You sign in by your password alone now.',
    next: 'If you expected this: turn it on again on the page Your account. If you did not: change your password at once and tell an admin.',
  },
};
