import { says } from '../../sentence.ts';

/** Why a text is no event, or is not taken from a file. */
export const readings = {
  'read-too-large': () => says('This event is too large to read.'),
  'read-too-many-parts': () => says('This event has too many parts to read.'),
  'read-empty': () => says('This event is empty.'),
  'read-no-event': () => says('There is no event in this calendar entry.'),
  'read-no-calendar': () => says('This is not a calendar entry.'),
  'read-without-start': () => says('This event does not say when it starts.'),
  'read-reply': () =>
    says('This is a guest’s answer to an invitation, not an event: it changes nothing in a calendar.'),
  'read-counter': () =>
    says('This is a guest’s proposal of another time, not an event: it changes nothing in a calendar.'),
  'read-decline-counter': () =>
    says('This is an organizer’s answer to a proposal, not an event: it changes nothing in a calendar.'),
  'read-refresh': () =>
    says(
      'This is a guest’s question for the latest version of an event, not an event: it changes nothing in a calendar.',
    ),
  'expand-too-complex': () => says('The rule of this series is too complex to expand.'),
  'expand-rule-unreadable': () => says('The rule of this series cannot be read.'),
  'expand-ends-first': () => says('The rule of this series ends before the series begins.'),
  'expand-all-excluded': () => says('Every instance of this series is excluded.'),
  'import-empty': () => says('There is nothing in this file.'),
  'import-no-event': () => says('There is no event in this file.'),
  'import-letters': () => says('Some bytes of this event are no letters; save the file as UTF-8.'),
  'import-older-beside': () =>
    says('An older version of an event stands in this file beside a newer one, which was taken.'),
  'import-nothing-there': () =>
    says('This file takes an event back that is not in this calendar. There was nothing to free.'),
  'import-older': () =>
    says('This file takes an older version of the event back than is in this calendar. Nothing was changed.'),
  'import-unclear': () =>
    says(
      'The event that this file takes back cannot be taken apart here. Nothing was changed; delete it by hand.',
    ),
};
