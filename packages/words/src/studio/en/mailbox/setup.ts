import type { Counted, Told } from '../../../words.ts';

/** Connecting a mailbox, and what its owner says of it. */
export const mailSetup = {
  title: 'Connect a mailbox',
  lead: 'The mail servers are found by the address. What lets you in is told to them alone, and is kept encrypted.',
  address: 'Mail address',
  password: 'Password',
  passwordHint:
    'Infomaniak, Google, Apple and Yahoo want a password made for mail programs, from the settings of your account there.',
  find: 'Go on',
  finding: 'Its servers are looked for. No password is needed for that.',
  found: {
    known: ({ host }: Told<'host'>) => `The servers of ${host} are known.`,
    exchange: ({ host }: Told<'host'>) => `A provider that is known receives the mail of ${host}.`,
    domain: ({ host }: Told<'host'>) => `${host} says itself where its servers are.`,
    directory: ({ host }: Told<'host'>) => `A directory of mail programs knows ${host}.`,
    announced: ({ host }: Told<'host'>) => `${host} announces its servers in the DNS.`,
    answer: ({ host }: Told<'host'>) => `A mail server answers at a usual name of ${host}.`,
  },
  elsewhere:
    'These servers are not of that domain, and nobody vouches for that. Go on only if your provider’s help pages name them.',
  notFound: {
    unreadable: 'This is not a mail address.',
    silent: ({ host }: Told<'host'>) => `No mail server of ${host} was found.`,
  },
  notFoundHint: 'Enter the servers yourself: the help pages of your provider call them IMAP and SMTP.',
  other: 'Another address',
  tested: 'What was tried',
  steps: {
    server: 'The servers answer',
    encryption: 'Nobody can listen in',
    'sign-in': 'Sign-in',
    folders: 'Folders',
    sending: 'Sending',
  },
  signIn: {
    lead: ({ provider }: Told<'provider'>) =>
      `You go to ${provider}, sign in there, and let Atelier read, sort and send this mail. It never sees the password. Then you come back here.`,
    calendars: 'Its calendars as well',
    calendarsHint: 'They are asked for together, and you choose them when you come back.',
    password: 'Use a password for mail programs instead',
  },
  byHand: 'Enter the mail servers yourself',
  user: 'User name',
  userHint: 'Mostly the mail address.',
  servers: { imap: 'Incoming mail (IMAP)', smtp: 'Outgoing mail (SMTP)' },
  host: 'Server',
  port: 'Port',
  security: 'Encryption',
  securities: { tls: 'TLS', starttls: 'STARTTLS', none: 'None' },
  submit: 'Test and connect',
  testing: 'The servers are looked for, then tried for reading and for sending. Nothing is sent.',
  certificate: ({ host }: Told<'host'>) => `Nobody vouches for the certificate of ${host}`,
  certificateHint:
    'This is normal for a server of your own. Compare the fingerprint with that of whoever runs the server; go on only if they are equal. No password was sent.',
  certificateOf: ({ subject, issuer, until }: Told<'subject' | 'issuer' | 'until'>) =>
    `Of ${subject}, by ${issuer}, until ${until}`,
  trust: 'They are equal: go on',
  connected: ({ count }: Counted) =>
    count === 1
      ? 'Connected, with 1 folder. Its mail is on the way.'
      : `Connected, with ${count} folders. Its mail is on the way.`,
  renewed: 'Connected again. What was here stays.',
  settings: 'Mailbox',
  name: 'Name in lists',
  sender: 'Your name, as others read it',
  aliases: 'Other addresses that arrive here',
  aliasesHint: 'Apart by commas. An answer to all does not go to them.',
  signature: 'Signature',
  signatureHint: 'Under everything you write from here.',
  sentCopy: 'Copy of what you send',
  sentCopies: { AUTO: 'Where the server files none itself', ALWAYS: 'Always', NEVER: 'Never' },
  colour: 'Colour',
  readers: 'Who else reads and answers',
  calendar: 'Accepted invitations go to',
  fittingCalendar: 'The most fitting calendar',
  readersHint: 'They see everything in it, and each other’s answers.',
  saved: 'Saved',
  remove: 'Remove this mailbox',
  removeTitle: ({ address }: Told<'address'>) => `Remove ${address} from Atelier?`,
  removeLead: 'Its copies here go. Nothing changes at the mail server.',
  tieReaders: ({ count }: Counted) =>
    count === 1 ? `${count} colleague reads it as well.` : `${count} colleagues read it as well.`,
  tieEdits: ({ count }: Counted) =>
    count === 1
      ? `${count} change that the server does not have yet is lost.`
      : `${count} changes that the server does not have yet are lost.`,
  tieUnknown: ({ count }: Counted) =>
    count === 1
      ? `${count} mail was perhaps sent; nobody will tell.`
      : `${count} mails were perhaps sent; nobody will tell.`,
  tieDrafts: ({ count }: Counted) =>
    count === 1 ? `${count} draft or mail that has not gone` : `${count} drafts and mails that have not gone`,
  draftsGo: 'They go',
  draftsTo: ({ name }: Told<'name'>) => `Keep as drafts in ${name}`,
  tieCalendars: ({ name, count }: Counted & Told<'name'>) =>
    count === 1
      ? `${name}, with ${count} calendar, is let in by the same password.`
      : `${name}, with ${count} calendars, is let in by the same password.`,
  keepCalendars: 'Keep these calendars; they go on as before',
  calendarsAdmin: 'They are somebody else’s; they stay.',
  removed: 'The mailbox is gone from here',
};
