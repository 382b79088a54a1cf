import { says } from '../../../sentence.ts';

/** Invitations, and events that come of mails. */
export const invitations = {
  'no-invitation': () => says('This message holds no event that can be read.'),
  'invitation-several': () =>
    says(
      'This message holds several events at once. Nothing was changed.',
      'Download the file and import it into a calendar.',
    ),
  'invitation-outdated': () =>
    says('A newer version of this event is known. Nothing was changed.', 'Look for the newer message.'),
  'invitation-not-invited': () =>
    says('You are not among the guests of this event, so there is nobody to answer. Nothing was changed.'),
  'invitation-foreign': () =>
    says(
      'Another organizer’s event with the same identity stands in the calendar. Nothing was changed.',
      'Ask the sender: the message may be forged.',
    ),
  'invitation-settled': () =>
    says('There is nothing to be done with this message (any more). Nothing was changed.'),
  'invitation-forged': ({ sender, organizer }: { readonly sender: string; readonly organizer: string }) =>
    says(
      `This message comes from ${sender}, but would change an event of ${organizer}. Nothing was changed.`,
      'Ask the organizer. If it is right, the page of the message lets you go on.',
    ),
  'invitation-no-calendar': () =>
    says(
      'None of your calendars can take this event. Nothing was changed.',
      'Choose a calendar that you may write into.',
    ),
  'organizer-no-address': () =>
    says(
      'The organizer has no mail address to which an answer could go. Nothing was changed.',
      'Write to whoever sent the message.',
    ),
  'mail-without-day': () =>
    says(
      'No day was found in this message. Nothing was made.',
      'Make the event with “events add”, or on the page of the message.',
    ),
};
