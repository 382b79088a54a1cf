import type { Counted, Told } from '../../words.ts';

export const common = {
  skip: 'Skip to content',
  language: 'Language',
  retry: 'Try again',
  back: 'Back',
  next: 'Continue',
  change: 'Change',
  edit: 'Edit',
  remove: 'Remove',
  close: 'Close',
  optional: 'optional',
  minutes: 'Duration',
  price: 'Price',
  deposit: 'Deposit',
  calendar: 'Add to calendar',
  calendarFailed: 'The calendar file could not be fetched. Please try again.',
  call: 'Please call the studio:',
  write: 'Please write to the studio:',
  poweredBy: 'Times come live from the studio’s calendars.',
};

export const problem = {
  offline: 'The studio’s server does not answer.',
  offlineHint: 'Check your connection and try again. What you have typed is safe.',
  unforeseen: 'Something went wrong on our side.',
  unforeseenHint: 'Nothing was changed, and what you have typed is safe. Please try again in a moment.',
  limited: 'That was a little too often.',
  limitedHint: 'Please wait a moment and try again. What you have typed is safe.',
  refused: 'The studio’s server did not accept this.',
  refusedHint: 'Nothing was changed, and what you have typed is safe. Please look at it once more.',
  lost: 'This page does not exist.',
  lostHint: 'Perhaps a letter of the address is missing. You can book from the start page.',
  toBooking: 'Book a time',
  broken: 'This page could not be shown.',
  brokenHint: 'What you have typed is safe. Load the page again.',
  reload: 'Load again',
};

export const steps = {
  count: ({ number, total }: Counted<'number' | 'total'>) => `Step ${number} of ${total}`,
  yours: 'Your booking',
  service: 'Service',
  artist: 'Artist',
  time: 'Time',
  details: 'Details',
  review: 'Review',
  done: 'Sent',
};

export const book = {
  title: 'Book a time',
  titleAt: ({ studio }: Told<'studio'>) => `Book at ${studio}`,
  titleWith: ({ artist }: Told<'artist'>) => `Book with ${artist}`,
  closed: 'Nothing can be booked online yet.',
  closedHint: 'Tell the studio about your idea instead: they will answer with times to choose from.',
  noArtist: 'This artist takes no bookings online at the moment.',
  noArtistHint: 'Have a look at the others of the studio.',
  allArtists: 'See all artists',
  how: 'How it works',
  howChoose: 'Choose a service and a free time. We keep it for you while you fill in the rest.',
  howAnswer: {
    mailed: 'The artist answers by e-mail. No account, nothing to install.',
    unmailed: 'The artist answers you. No account, nothing to install.',
  },
  howChange: {
    mailed: 'Something comes up? Move or cancel it with the link in the e-mail.',
    unmailed: 'Something comes up? Move or cancel it with the link that you get at the end.',
  },
  theArtist: 'the artist',
  policyRequest: {
    mailed: ({ artist }: Told<'artist'>) =>
      `You send a request, and ${artist} answers by e-mail. Nothing is paid here.`,
    unmailed: ({ artist }: Told<'artist'>) =>
      `You send a request, and ${artist} answers. Nothing is paid here.`,
  },
  policyAtOnce: 'Your appointment is confirmed at once. Nothing is paid here.',
  policySilent: {
    mailed: ({ artist }: Told<'artist'>) =>
      `A calendar of the studio cannot be reached just now: you send a request, and ${artist} answers by e-mail. Nothing is paid here.`,
    unmailed: ({ artist }: Told<'artist'>) =>
      `A calendar of the studio cannot be reached just now: you send a request, and ${artist} answers it. Nothing is paid here.`,
  },
  ideaLead: 'Something bigger, or not sure?',
  ideaHint: 'Describe your idea. The artist answers with a quote and times to choose from.',
  idea: 'Describe your idea',
};

export const service = {
  heading: 'What would you like?',
  lead: 'Choose what fits best. You can tell the artist about your idea later.',
  by: ({ artists }: Told<'artists'>) => `with ${artists}`,
  depends: 'price depends on the artist',
  gone: 'This service is not offered any more. Please choose another one.',
};

export const artist = {
  heading: 'With whom?',
  any: 'Anyone',
  anyHint: 'The first artist who is free. You see who it is before you send anything.',
};
