import type { Counted, Told } from '../../words.ts';

export const shell = {
  dashboard: 'Dashboard',
  agenda: 'Agenda',
  waits: 'Waiting',
  bookings: 'Bookings',
  inquiries: 'Ideas',
  studio: 'Studio',
  connections: 'Connections',
  health: 'Sync health',
  people: 'People',
  mails: 'Mail',
  more: 'More',
  waiting: ({ count }: Counted) => `(${count} waiting)`,
  mainNavigation: 'Main',
  skip: 'Skip to content',
  account: 'Account:',
  language: 'Language',
  theme: 'Theme',
  themes: {
    system: 'System',
    light: 'Light',
    dark: 'Dark',
  },
  signOut: 'Sign out',
  roles: {
    ADMIN: 'Admin',
    STAFF: 'Front desk',
    ARTIST: 'Artist',
  },
  notFound: 'This page does not exist.',
  toDashboard: 'Go to the dashboard',
  adminOnly: 'Only an admin can open this page.',
  adminOnlyHint: 'Ask an admin of your studio if you need something changed here.',
  broken: 'This page could not be shown.',
  brokenHint: 'Nothing was changed. Try again; if it stays, reload the page.',
  retry: 'Try again',
};

export const live = {
  connecting: 'Connecting',
  live: 'Live',
  reconnecting: 'Reconnecting',
  offline: 'Offline',
  hints: {
    connecting: 'Opening the live connection.',
    live: 'Changes appear here by themselves.',
    reconnecting:
      'The live connection was lost. What you see is the last known state; it catches up by itself.',
    offline: 'No connection. What you see is the last known state; it catches up when you are back.',
  },
};

export const common = {
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  back: 'Back',
  loading: 'Loading',
  today: 'Today',
  tomorrow: 'Tomorrow',
  allDay: 'All day',
  now: 'Now',
  busy: 'Busy',
  untitled: 'No title',
  never: 'never',
  justNow: 'just now',
  moreColours: ({ name }: Told<'name'>) => `Colour of ${name}`,
  required: 'Please fill this in.',
  tooLong: 'This is too long.',
};

export const signIn = {
  title: 'Sign in',
  lead: 'The studio’s calendars, all in one place and in step.',
  email: 'E-mail',
  password: 'Password',
  show: 'Show password',
  hide: 'Hide password',
  submit: 'Sign in',
  wrong: 'E-mail or password is not right.',
  wrongHint:
    'Check both. If you have forgotten the password, an admin of your studio can give you a new one.',
  limited: ({ wait }: Told<'wait'>) => `Too many attempts. Try again in ${wait}.`,
  unreachable: 'Atelier does not answer.',
  unreachableHint: 'Check your connection and try again.',
  failed: 'Signing in did not work.',
  failedHint: 'Nothing was changed. Try again in a moment.',
  expired: 'You have been signed out. Sign in to go on where you were.',
  badEmail: 'This is not an e-mail address.',
  needHelp: 'No account yet? An admin of your studio can add you.',
};
