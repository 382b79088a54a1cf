import type { Counted, Told } from '../../words.ts';

export const connections = {
  mailToo: 'Read its mail here too',
  title: 'Connections',
  lead: 'The accounts whose calendars are kept in step.',
  own: {
    title: 'My calendars',
    lead: 'Accounts of your own. What you keep in step here, admins and the front desk see as well; what is only for you, leave out or put behind the lock.',
    open: 'Connect and look after them',
    lost: 'One of your accounts needs you to sign in again.',
    count: ({ count }: Counted) =>
      count === 0
        ? 'None of your calendar accounts is connected yet.'
        : count === 1
          ? 'One calendar account of yours is connected.'
          : `${count} calendar accounts of yours are connected.`,
  },
  connect: 'Connect an account',
  emptyTitle: 'No account is connected yet',
  emptyHint:
    'Connect Microsoft, Google, Nextcloud, Infomaniak, iCloud or any CalDAV account. Atelier finds its calendars and keeps them in step.',
  states: {
    ok: 'In order',
    failing: 'Having trouble',
    credentials: 'Password refused',
  },
  signedOut: 'Sign-in ended',
  demo: 'Demo',
  owner: ({ name }: Told<'name'>) => `Account of ${name}`,
  chosen: ({ count, selected }: Counted<'count' | 'selected'>) =>
    count === 1
      ? `${selected} of ${count} calendar kept in step`
      : `${selected} of ${count} calendars kept in step`,
  refusedTitle: 'The server refused this account’s password',
  refusedHint:
    'Nothing more is asked of the server, so that it does not lock the account. The calendars here are kept.',
  renew: 'Enter new password',
  renewTitle: ({ name }: Told<'name'>) => `New password for ${name}`,
  renewLead: 'It is tried first and stored only when it works. The calendars go on where they stopped.',
  renewed: 'The password works. Catching up now.',
  retryAt: ({ when }: Told<'when'>) => `Tried again ${when}.`,
  remove: 'Remove account',
  removeTitle: ({ name }: Told<'name'>) => `Remove ${name}?`,
  removeLead:
    'Its calendars and the copies of their events here are forgotten. Nothing changes at the provider, and you can connect it again at any time.',
  ties: 'What hangs on it',
  tieWaiting: ({ count }: Counted) =>
    count === 1
      ? 'One change has not reached the provider yet. It would be lost.'
      : `${count} changes have not reached the provider yet. They would be lost.`,
  tieReceiving: ({ names }: Told<'names'>) =>
    `It receives the bookings of ${names}. Nothing can be booked there until another calendar is chosen, and what clients have booked is no longer kept in step.`,
  tieBlocking: ({ names }: Told<'names'>) =>
    `It keeps times of ${names} taken. Clients would be offered them.`,
  removeKeep: 'Keep it',
  removed: ({ name }: Told<'name'>) => `${name} was removed. Nothing changed at the provider.`,
  more: ({ name }: Told<'name'>) => `More for ${name}`,
  keep: ({ name }: Told<'name'>) => `Keep ${name} in step`,
  name: 'Name',
  nameOf: ({ name }: Told<'name'>) => `Name of ${name}`,
  colour: 'Colour',
  interval: 'Check',
  intervalOf: ({ name }: Told<'name'>) => `How often ${name} is checked`,
  every: {
    '60': 'every minute',
    '300': 'every 5 minutes',
    '900': 'every 15 minutes',
    '3600': 'every hour',
  },
  everyMinutes: ({ count }: Counted) => `every ${count} minutes`,
  saved: 'Saved',
  readOnly: 'Read only',
  toPrivate: {
    go: 'Use as my private calendar',
    goOf: ({ name }: Told<'name'>) => `Use ${name} as my private calendar`,
    title: ({ name }: Told<'name'>) => `Keep your private calendar in ${name}?`,
    lead: 'What is in your private calendar goes there, and the two are one from then on. In Atelier nobody else sees it, admins included; at the provider it stays as open as it is.',
    done: ({ name }: Told<'name'>) => `${name} is your private calendar now.`,
    badge: 'Private',
  },
  noCalendars: 'This account holds no calendars.',
};

export const connect = {
  title: 'Connect an account',
  steps: {
    kind: 'Provider',
    account: 'Account',
    calendars: 'Calendars',
  },
  stepOf: ({ step, total, name }: Counted<'step' | 'total'> & Told<'name'>) =>
    `Step ${step} of ${total}: ${name}`,
  find: {
    label: 'Your mail address, or the address of your calendar',
    hint: 'Such as lea@example.org, cloud.example.org or an .ics link. No password is needed to look.',
    go: 'Find it',
    or: 'Or choose yourself',
    /** By what told it. */
    found: {
      host: ({ kind, host }: Told<'kind' | 'host'>) => `${host} is at ${kind}.`,
      mail: ({ kind, host }: Told<'kind' | 'host'>) => `The mail of ${host} is kept by ${kind}.`,
      announced: ({ kind, host }: Told<'kind' | 'host'>) => `${host} says that its calendars are at ${kind}.`,
      answer: ({ kind, host }: Told<'kind' | 'host'>) => `At ${host} answers ${kind}.`,
      shape: ({ kind }: Told<'kind'>) => `This is the address of a calendar: ${kind}.`,
    },
    check: ({ url }: Told<'url'>) => `Check that the address is the right one before you sign in: ${url}`,
    notFound: {
      unreadable: () => 'This is neither a mail address nor one of the web.',
      private: ({ host }: Told<'host'>) =>
        `${host} lies in a private network, which Atelier does not ask. Whoever runs Atelier can allow it.`,
      silent: ({ host }: Told<'host'>) =>
        `Nothing answers at ${host}. Check the address for typing mistakes.`,
      unknown: ({ host }: Told<'host'>) => `No calendar shows itself at ${host}.`,
    },
    byHand: 'Choose below what you have; its form says what to enter.',
  },
  offer: {
    title: ({ kind }: Told<'kind'>) => `Your calendars are at ${kind} too. Keep them in step here?`,
    go: 'Connect them',
  },
  kinds: {
    microsoft: 'Microsoft',
    google: 'Google',
    nextcloud: 'Nextcloud',
    infomaniak: 'Infomaniak',
    icloud: 'iCloud',
    caldav: 'Other CalDAV',
    ics: 'Calendar address (.ics)',
  },
  kindHints: {
    microsoft: 'Calendars of Microsoft 365 or Outlook.com',
    google: 'Calendars of a Google account or Google Workspace',
    nextcloud: 'Your own or a hosted Nextcloud server',
    infomaniak: 'Calendars of your Infomaniak account',
    icloud: 'The calendars of your iPhone, iPad or Mac',
    caldav: 'Any server that speaks CalDAV',
    ics: 'Read only: holidays, bookings from elsewhere, a published calendar',
  },
  url: 'Server address',
  urlHints: {
    nextcloud: 'As in your browser’s address bar, for example https://cloud.example.com',
    infomaniak: 'Filled in for you.',
    icloud: 'Filled in for you. In mainland China it is https://caldav.icloud.com.cn.',
    caldav: 'The address that your provider names for CalDAV.',
    ics: 'The address for subscribing; it often ends in .ics or begins with webcal://. Whoever knows it can read the calendar, so it is kept like a password. A sign-in goes in front: https://name:password@…',
  },
  usernames: { name: 'User name', 'short-id': 'Short id', mail: 'Apple Account', none: 'User name' },
  usernameHints: {
    nextcloud: 'The name you sign in with.',
    infomaniak:
      'Looks like AB12345. You find it on config.infomaniak.com under “Calendars”. It is not your e-mail address.',
    icloud: 'The e-mail address or telephone number of your Apple Account.',
    caldav: 'Often your e-mail address.',
    ics: 'Only where the calendar asks for one.',
  },
  usernameAt: 'This looks like an e-mail address. Infomaniak wants the short id, such as AB12345.',
  secrets: { password: 'Password', 'app-password': 'App password', address: 'Address of the calendar' },
  passwordHints: {
    nextcloud:
      'In Nextcloud: Settings → Security → Devices & sessions → Create new app password. Works with two-factor sign-in too.',
    infomaniak:
      'With two-factor sign-in, create an application password in the Infomaniak manager under “Security”.',
    icloud:
      'Not your Apple password: at account.apple.com → Sign-In and Security → App-Specific Passwords, make one for Atelier. It needs two-factor sign-in, also opens your mail and contacts, and ends when you change the Apple password.',
    caldav: 'If your provider offers app passwords, make one for Atelier.',
    ics: 'The new address for subscribing. What is here stays, and goes on from there.',
  },
  name: 'Name in Atelier',
  nameHint: 'Left empty: the name of the server.',
  test: 'Test connection',
  testing: 'Testing',
  tested: 'Connection tested',
  testFailed: 'The test did not get through. See what to do below.',
  testOk: ({ count }: Counted) =>
    count === 1
      ? `The connection works. ${count} calendar found.`
      : `The connection works. ${count} calendars found.`,
  stepNames: {
    address: 'Address',
    reach: 'Reaching the server',
    'sign-in': 'Signing in',
    account: 'Finding the account',
    place: 'Finding its calendars’ home',
    calendars: 'Listing calendars',
    changes: 'Fetching only what changed',
  },
  outcomes: {
    ok: 'Fine',
    warning: 'Works, with a remark',
    failed: 'Failed',
    skipped: 'Not tried',
  },
  next: 'Choose calendars',
  choose: 'Which calendars should be kept in step?',
  chooseAll: 'All',
  chooseNone: 'None',
  noneFound: 'The account answers, but holds no calendar for events. Create one there, then test again.',
  noneChosen: 'Choose at least one calendar.',
  submit: ({ count }: Counted) => (count === 1 ? `Connect ${count} calendar` : `Connect ${count} calendars`),
  submitNone: 'Connect',
  connected: 'Connected. The first sync has begun.',
};
