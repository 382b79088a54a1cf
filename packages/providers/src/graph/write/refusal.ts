import type { ProviderGap } from '../../port/gap.ts';
import type { WriteRefused } from '../../port/writes.ts';

/** Why Microsoft cannot be given an event as it is. */
type NoFit = Exclude<ProviderGap, 'no-length' | 'too-long'>;

/** For people: what it is, and what can be done instead. Nothing is approximated (P4). */
const WHY: Readonly<Record<NoFit, readonly [what: string, hint: string]>> = {
  unreadable: ['it is not one complete event', 'Make the event anew.'],
  'no-master': ['it holds single dates of a series that is not there', 'Make them single events.'],
  'own-zone': [
    'it is in a time zone of its own',
    'Choose a time zone that has a name, such as Europe/Zurich.',
  ],
  'this-and-future': [
    'one of its dates changes all that follow',
    'Split the series there: choose “this and following”.',
  ],
  floating: ['it has times without a time zone', 'Give it a time zone.'],
  'several-rules': ['it repeats by several rules at once', 'Make a series for each of them.'],
  'added-dates': ['it has dates beside its rule', 'Make the added dates single events.'],
  'excluding-rule': ['it has a rule that takes dates out', 'Take the dates out one by one.'],
  frequency: ['it repeats within a day', 'Make a daily series for each time of day.'],
  parts: [
    'it repeats by weeks or days of the year, or by times of day',
    'Choose days of the week or the month.',
  ],
  'several-days': [
    'it repeats on several days of the month, or in several months',
    'Make a series for each day, or for each month.',
  ],
  'end-of-month': [
    'it repeats on a day that not every month has',
    'Choose the last day of the month, or a day before the 29th.',
  ],
  position: ['it repeats on a position that Microsoft has no word for', 'Choose first to fourth, or last.'],
  'two-ends': ['its rule has two ends', 'Choose a last date or a number of times.'],
  start: ['its first date is not one that its rule gives', 'Begin the series on a date of its rule.'],
  instance: ['it changes a date that the series does not have', 'Make that date a single event.'],
  restored: [
    'it brings back a date that was taken out of the series',
    'Make a single event on that date: Microsoft cannot put it back into the series.',
  ],
  guests: [
    'Microsoft would write to its guests at once',
    'Change it in Outlook, where you see whom it writes to.',
  ],
  'meeting-note': [
    'its note holds the way into the online meeting',
    'Change the note in Outlook, which keeps that way in.',
  ],
};

export function refuse(why: NoFit): WriteRefused {
  const [what, hint] = WHY[why];
  return {
    outcome: 'refused',
    reason: 'invalid',
    message: `The calendar server refuses this event: ${what}.`,
    hint,
    gap: why,
  };
}
