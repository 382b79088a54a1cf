import type { Counted, Told } from '../../words.ts';

export const mails = {
  title: 'Notices',
  lead: 'What Atelier writes to clients and artists.',
  off: {
    'no-server': 'No mail server is set up, so nothing is sent',
    'no-sender': 'No sender is known, so nothing is sent',
  },
  offHint: {
    'no-server':
      'Everything waits here and is sent once the operator has set one (SMTP_URL). Until then, tell clients yourself.',
    'no-sender':
      'Everything waits here. Say under Studio what mails come from; until then, tell clients yourself.',
  },
  none: 'No mail yet',
  noneHint: 'Confirmations, reminders and answers appear here as they are written.',
  states: {
    WAITING: 'Waiting',
    SENT: 'Sent',
    FAILED: 'Could not be sent',
    HELD: 'Waits for your word',
    DROPPED: 'Not needed any more',
  },
  reasons: {
    old: 'Has waited for more than a day',
    many: 'Very many mails to this address',
    restored: 'A backup was restored: it may have gone before',
    over: 'What it speaks of is over',
    later: 'A later mail says more',
    answered: 'It was answered meanwhile',
    gone: 'What it speaks of is gone',
    person: 'Somebody decided so',
  },
  paced: ({ when }: Told<'when'>) => `Goes at ${when}: this address has had many`,
  held: ({ count, since }: Counted & Told<'since'>) =>
    count === 1 ? `${count} mail has waited since ${since}` : `${count} mails have waited since ${since}`,
  heldHint: 'They may surprise their readers by now. Send them all the same, or let them be?',
  heldSend: 'Send',
  heldDrop: 'Do not send',
  heldSent: 'They go out in a moment, as far as they are still true.',
  heldDropped: 'They are not sent. You can still read them here.',
  withCalendar: 'With calendar file',
  attempts: ({ count }: Counted) => (count === 1 ? `${count} attempt` : `${count} attempts`),
  to: ({ to }: Told<'to'>) => `To ${to}`,
  failureHint: 'Check the address with the client, then try again.',
  retry: 'Try again',
  retryOf: ({ subject, to }: Told<'subject' | 'to'>) => `Try again: ${subject}, to ${to}`,
  retried: 'It is sent again in a moment.',
};
