import type { FailureKind } from '../port/failure.ts';
import { MailFailure, type MailTrouble } from '../port/mail/mail-trouble.ts';

const LATER = 'It will be tried again by itself.';
const CHECK_PORT = 'Check the port: 993 or 465 with TLS, 143 or 587 with STARTTLS.';

/** For logs and for readers of English; what people read in their language is found by the trouble. */
const TROUBLES: Readonly<Record<MailTrouble, readonly [FailureKind, string, string]>> = {
  'no-name': ['unreachable', 'There is no server of this name.', 'Check how it is written.'],
  'refused-host': [
    'refused-address',
    'This mail server is inside a private network, which is not asked.',
    'Whoever runs Atelier can allow it.',
  ],
  'unusual-port': [
    'refused-address',
    'Mail servers are not reached at this port.',
    'Use 993 or 143 to read, 465 or 587 to send; whoever runs Atelier can allow others.',
  ],
  closed: ['unreachable', 'Nothing answers at this port.', 'Check the server and its port; it may be down.'],
  silent: ['wrong-service', 'Something takes the call there, and says nothing.', CHECK_PORT],
  web: ['wrong-service', 'A web server answers there, not a mail server.', CHECK_PORT],
  ssh: ['wrong-service', 'A server for remote sign-ins (SSH) answers there, not a mail server.', CHECK_PORT],
  pop3: [
    'wrong-service',
    'A POP3 server answers there: it knows no folders.',
    'Use its IMAP server, mostly at port 993.',
  ],
  sends: [
    'wrong-service',
    'A server for sending mail (SMTP) answers there.',
    'To read, IMAP is needed, mostly at port 993.',
  ],
  reads: [
    'wrong-service',
    'A server for reading mail (IMAP) answers there.',
    'To send, SMTP is needed, mostly at port 465.',
  ],
  'other-service': ['wrong-service', 'Something answers there, but no mail server.', CHECK_PORT],
  'wants-tls': [
    'wrong-service',
    'This port speaks TLS from the first byte.',
    'Choose TLS instead of STARTTLS, or another port.',
  ],
  'wants-starttls': [
    'wrong-service',
    'This port does not speak TLS from the first byte.',
    'Choose STARTTLS instead of TLS, or another port.',
  ],
  'no-encryption': [
    'wrong-service',
    'The mail server offers no encryption here, so no password was sent.',
    'Try TLS at port 993 (to read) or 465 (to send).',
  ],
  'old-encryption': [
    'wrong-service',
    'The mail server knows only old encryption that others can read, so no password was sent.',
    'Whoever runs it has to allow TLS 1.2 or newer.',
  ],
  'in-clear': [
    'refused-address',
    'A password is not sent over a line that anybody can read.',
    'Choose TLS or STARTTLS.',
  ],
  certificate: [
    'unreachable',
    'Nobody vouches for the certificate of the mail server, so no password was sent.',
    'Connect the account again, and compare its fingerprint.',
  ],
  'certificate-changed': [
    'unreachable',
    'The certificate of the mail server is another one than the one that was accepted.',
    'Have whoever runs the server confirm it, then connect the account again.',
  ],
  'certificate-expired': [
    'unreachable',
    'The certificate of the mail server has run out, so no password was sent.',
    'Whoever runs the server has to renew it.',
  ],
  password: [
    'credentials',
    'The mail server does not accept this user name and password.',
    'Check both; where two-factor sign-in is on, an app password is needed instead of the usual one.',
  ],
  'app-password': [
    'credentials',
    'The provider wants a password made for mail programs instead of the usual one.',
    'Make an app password in the settings of the account there, and enter it here.',
  ],
  'signed-out': [
    'signed-out',
    'The mail server does not take the sign-in of this account any more.',
    'Sign in at the provider once more; what was written here meanwhile is kept.',
  ],
  'not-allowed': [
    'credentials',
    'The provider does not let mail programs into this account.',
    'Allow IMAP in the settings of the account there, or ask whoever runs it.',
  ],
  'too-many': [
    'throttled',
    'Too many programs read this mailbox at once; the password was not judged.',
    LATER,
  ],
  later: ['throttled', 'The mail server asks to be left alone for a while.', LATER],
  slow: ['timeout', 'The mail server took too long to answer.', LATER],
  'broken-off': ['unreachable', 'The connection to the mail server broke off.', LATER],
  'too-large': [
    'too-large',
    'The mail server sent more than is safe to read.',
    'Open this message in another mail program.',
  ],
  unreadable: ['malformed', 'What the mail server says cannot be read.', LATER],
  'no-inbox': [
    'malformed',
    'The mail server lists no inbox, so nothing was changed here.',
    'It will be tried again by itself.',
  ],
  refused: ['server-error', 'The mail server did not do it.', LATER],
};

export function trouble(name: MailTrouble, more: { readonly retryAfterMs?: number } = {}): MailFailure {
  const [kind, message, hint] = TROUBLES[name];
  return new MailFailure(name, kind, message, hint, more);
}
