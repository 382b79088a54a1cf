import type { ProviderGap } from '../given.ts';

/** What of an event cannot be said to a provider, and what can be done instead. */
export const GAPS: Readonly<Record<ProviderGap, readonly [what: string, instead: string]>> = {
  unreadable: ['It is not one complete event.', 'Make the event anew.'],
  'no-master': ['It holds single dates of a series that is not there.', 'Make them single events.'],
  'own-zone': [
    'It is in a time zone of its own.',
    'Choose a time zone that has a name, such as Europe/Zurich.',
  ],
  'this-and-future': [
    'One of its dates changes all that follow.',
    'Change “this and following” instead, which makes a second series.',
  ],
  floating: ['It has times without a time zone.', 'Give it a time zone.'],
  instance: ['It changes a date that the series does not have.', 'Make that date a single event.'],
  'several-rules': ['It repeats by several rules at once.', 'Make a series for each of them.'],
  'added-dates': ['It has dates beside its rule.', 'Make the added dates single events.'],
  'excluding-rule': ['It has a rule that takes dates out.', 'Take the dates out one by one.'],
  frequency: ['It repeats within a day.', 'Make a daily series for each time of day.'],
  parts: [
    'It repeats by weeks or days of the year, or by times of day.',
    'Choose days of the week or of the month.',
  ],
  'several-days': [
    'It repeats on several days of the month, or in several months.',
    'Make a series for each day, or for each month.',
  ],
  'end-of-month': [
    'It repeats on a day that not every month has.',
    'Choose the last day of the month, or a day before the 29th.',
  ],
  position: ['It repeats on a position that has no name there.', 'Choose first to fourth, or last.'],
  'two-ends': ['Its rule has two ends.', 'Choose a last date or a number of times.'],
  start: ['Its first date is not one that its rule gives.', 'Begin the series on a date of its rule.'],
  'no-length': ['It has no length.', 'Give it an end.'],
  'too-long': ['It is too long.', 'Make its notes shorter, or take attachments out.'],
  restored: [
    'It brings back a date that was taken out of the series.',
    'Make a single event on that date: it cannot be put back into the series there.',
  ],
  guests: [
    'Its guests would be written to at once.',
    'Change it in the provider’s own calendar, where you see whom it writes to.',
  ],
  'meeting-note': [
    'Its note holds the way into the online meeting.',
    'Change the note in the provider’s own calendar, which keeps that way in.',
  ],
};

type Beyond = `beyond-${ProviderGap}`;

/** The same of a write that the provider was to have, by the kinds of its failures. */
export const beyond = Object.fromEntries(
  Object.entries(GAPS).map(([gap, [what, hint]]) => [
    `beyond-${gap}`,
    { message: `The provider cannot keep this event as it is. ${what}`, hint },
  ]),
) as Record<Beyond, { readonly message: string; readonly hint: string }>;
