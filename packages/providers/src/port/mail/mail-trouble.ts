import { type FailureKind, ProviderFailure } from '../failure.ts';

/** What is wrong with a mail server, or with how it was asked; each has a sentence of its own in every language. */
export type MailTrouble =
  | 'no-name' // the DNS knows no such host
  | 'refused-host' // in a network that Atelier does not ask
  | 'unusual-port'
  | 'closed' // nothing listens at this port
  | 'silent' // something does, and says nothing
  | 'web' // a web server
  | 'ssh'
  | 'pop3'
  | 'sends' // it sends mail, and was asked to read
  | 'reads' // the other way round
  | 'other-service'
  | 'wants-tls' // TLS is spoken here from the first byte
  | 'wants-starttls' // it is not
  | 'no-encryption' // STARTTLS is not offered, or was taken away on the way
  | 'old-encryption' // only versions of TLS that are broken
  | 'in-clear' // nobody allowed a password without encryption
  | 'certificate' // nobody vouches for it
  | 'certificate-changed' // another one than was accepted
  | 'certificate-expired'
  | 'password' // user name or password
  | 'app-password' // the usual password does not do
  | 'signed-out' // the provider's sign-in has ended
  | 'not-allowed' // the provider keeps this account from mail programs
  | 'too-many' // too many connections of this account: the password may be right
  | 'later' // it wants to be left alone for a while
  | 'slow'
  | 'broken-off'
  | 'too-large'
  | 'unreadable' // what it says is no answer of the protocol
  | 'no-inbox'
  | 'refused'; // it said no

/** A failure of a mail server; `kind` says what it means for the runs that follow. */
export class MailFailure extends ProviderFailure {
  readonly trouble: MailTrouble;

  constructor(
    trouble: MailTrouble,
    kind: FailureKind,
    message: string,
    hint: string,
    more: { readonly retryAfterMs?: number } = {},
  ) {
    super(kind, message, hint, more);
    this.trouble = trouble;
  }
}
