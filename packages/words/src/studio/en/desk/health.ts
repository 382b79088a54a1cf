import type { Counted, Told } from '../../../words.ts';

export const health = {
  title: 'Sync health',
  lead: 'How every calendar stands, and what to do where something is wrong.',
  syncAll: 'Sync all now',
  deadLetters: ({ count }: Counted) =>
    count === 1
      ? `${count} thing could not be done by itself`
      : `${count} things could not be done by themselves`,
  deadLettersHint: 'Tried several times, and given up until you try again; everything else goes on.',
  deadLettersRetried: 'It is tried again in a moment.',
  deadLettersRetryOf: ({ job }: Told<'job'>) => `Try again: ${job}`,
  jobs: {
    'expire-request': 'Letting a request lapse',
    'expire-inquiry': 'Letting an idea lapse',
    'follow-booking': 'Following a booking in the calendar',
    'reverify-booking': 'Looking again at an unverified booking',
    'remind-client': 'Reminding a client',
    'alert-admins': 'Telling admins how an account is',
    'roll-horizon': 'Storing the coming months of a calendar',
    'reread-calendar': 'Reading the events of a calendar anew',
    'release-holds': 'Giving back times that were held',
    tidy: 'Tidying up',
    'deliver-mail': 'Sending a mail',
  },
  all: ({ count }: Counted) =>
    count === 1 ? 'The calendar is in step.' : `All ${count} calendars are in step.`,
  some: ({ count }: Counted) =>
    count === 1 ? `${count} calendar needs a look.` : `${count} calendars need a look.`,
  emptyTitle: 'Nothing to keep in step yet',
  emptyHint: 'Connect an account, and the state of its calendars shows here.',
  lastComplete: 'Last complete sync',
  interval: 'Checked',
  next: 'Next check',
  dueNow: 'now',
  dueSoon: 'within a minute',
  objects: 'Events',
  held: 'Held',
  quarantined: 'Unreadable',
  flagged: 'Read with a repair',
  repaired: ({ count }: Counted) =>
    count === 1 ? `${count} event was read with a repair` : `${count} events were read with a repair`,
  heldHint: 'Events that would be removed here; kept until somebody agrees',
  quarantinedHint: 'Entries that could not be read; the rest goes on',
  flaggedHint: 'Events that could not be read exactly as meant',
  syncNow: 'Sync now',
  full: 'Full check',
  fullHint: 'Compares every single event with the provider’s',
  fullAsked: 'Full check requested',
  approve: ({ count }: Counted) => (count === 1 ? `Approve ${count} removal` : `Approve ${count} removals`),
  approveTitle: ({ count, name }: Counted & Told<'name'>) =>
    count === 1 ? `Remove ${count} event from ${name}?` : `Remove ${count} events from ${name}?`,
  approveLead:
    'The provider no longer lists these events: all there were, unusually many at once, or appointments of several clients. Look at the calendar there first. If they really are gone, approve, and they are removed here too; clients whose appointments are among them are then told that these are cancelled. If not, leave it: everything comes back into step by itself as soon as the provider lists them again.',
  approveSubmit: 'Remove them here',
  approveKeep: 'Keep them',
  approved: ({ count }: Counted) =>
    count === 1 ? `${count} removal approved.` : `${count} removals approved.`,
  history: 'History',
  historyOf: ({ name }: Told<'name'>) => `History of ${name}`,
  noRuns: 'No sync has run yet.',
  runs: 'Recent syncs',
  started: 'When',
  trigger: 'Why',
  triggers: {
    schedule: 'Schedule',
    person: 'On request',
    visitor: 'For a booking',
  },
  outcome: 'Result',
  outcomes: {
    ok: 'Complete',
    failed: 'Failed',
    held: 'Held',
  },
  added: 'New',
  updated: 'Changed',
  removed: 'Removed',
  duration: 'Took',
  requests: 'Requests',
  unreadable: 'Could not be read',
  unknown: 'Unknown',
};
