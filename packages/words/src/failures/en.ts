import { beyond } from '../refusals/gaps/en.ts';

/** What went wrong outside, by the kind of failure; the server's own sentence is more precise where it is in this language. */
export const failures = {
  'bad-address': {
    message: 'This is not a web address.',
    hint: 'It should begin with https://.',
  },
  'refused-address': {
    message: 'This address is inside a private network and is not allowed.',
    hint: 'The operator of Atelier can allow it.',
  },
  unreachable: {
    message: 'The server cannot be reached.',
    hint: 'Check the address; the server may be down.',
  },
  timeout: {
    message: 'The server did not answer in time.',
    hint: 'It is tried again by itself.',
  },
  credentials: {
    message: 'The server refused the user name or password.',
    hint: 'Enter a new app password.',
  },
  'signed-out': {
    message: 'The sign-in at the provider has ended.',
    hint: 'Sign in there again; what was changed here meanwhile is kept and goes out afterwards.',
  },
  registration: {
    message: 'The provider does not accept how this Atelier is registered there.',
    hint: 'The operator of Atelier has to look at the registration; then it goes on by itself.',
  },
  forbidden: {
    message: 'The account may not do this.',
    hint: 'Check the rights of the account at the provider.',
  },
  'not-found': {
    message: 'It is not there any more.',
    hint: 'It may have been deleted or moved at the provider.',
  },
  'wrong-service': {
    message: 'A server answers, but not with calendars.',
    hint: 'Check the address; it may lead to a web page.',
  },
  malformed: {
    message: 'The server’s answer could not be read.',
    hint: 'It is tried again by itself; nothing was changed.',
  },
  'too-large': {
    message: 'The server’s answer was too large.',
    hint: 'Tell the operator of Atelier.',
  },
  throttled: {
    message: 'The server asks for a pause.',
    hint: 'It is tried again after the pause.',
  },
  'server-error': {
    message: 'The server has a fault of its own.',
    hint: 'It is tried again by itself.',
  },
  'cross-origin-redirect': {
    message: 'The server sends us on to another address.',
    hint: 'Enter that address yourself if you trust it: the password is never sent there unasked.',
  },
  internal: {
    message: 'Atelier could not finish this run; what was there before is unchanged.',
    hint: 'It tries again by itself. The server log says more.',
  },
  'read-only': {
    message: 'The provider does not let this account change the event.',
    hint: 'Ask the owner of the calendar for the right to write, or give the change up.',
  },
  invalid: {
    message: 'The provider does not accept the event as it is.',
    hint: 'Change it, or give the change up; it is kept here as it was made.',
  },
  locked: {
    message: 'The provider says that somebody else is changing the event.',
    hint: 'It is tried again by itself.',
  },
  'no-room': {
    message: 'There is no room left at the provider.',
    hint: 'Make room there; then it is tried again by itself.',
  },
  ...beyond,
  held: {
    message:
      'The server says that more has gone than goes on ordinary days, or appointments of several clients.',
    hint: 'Nothing was deleted. If they were deleted on purpose, approve it; if they come back by themselves, nothing needs to be done.',
  },
  restored: {
    message: 'A backup was restored while the event was still to be created at the provider.',
    hint: 'Look whether it was created and deleted there since; then try again, or give it up.',
  },
};
