import type { Counted, Told } from '../../../words.ts';

/** Whoever is on the other side of a message. */
export const mailClient = {
  title: 'Client',
  trust: {
    vouched: 'The sender is genuine: the domain vouches for this message.',
    disowned: 'The domain of this address says that the message is not from there.',
  },
  elsewhere: ({ address }: Told<'address'>) => `An answer would go to another domain: ${address}`,
  first: 'The first message from this address.',
  otherAddresses: ({ name, addresses }: Told<'name' | 'addresses'>) =>
    `Somebody called ${name} has booked under another address: ${addresses}`,
  none: 'No bookings and no ideas under this address.',
  bookings: ({ count }: Counted) => (count === 1 ? '1 booking' : `${count} bookings`),
  ideas: ({ count }: Counted) => (count === 1 ? '1 idea' : `${count} ideas`),
  allBookings: 'All of them',
  again: 'Book again',
  book: 'Book',
  mails: ({ count }: Counted) => (count === 1 ? '1 message' : `${count} messages`),
  times: 'Answer with times',
  timesTitle: 'Answer with times',
  timesLead:
    'Pick the times to offer. They stand in your answer as links; nothing is kept until one is booked.',
  timesInsert: ({ count }: Counted) => (count === 1 ? 'Answer with 1 time' : `Answer with ${count} times`),
  timesTaken: ({ name }: Told<'name'>) => `Take ${name} out`,
  timesText: ({ service, artist }: Told<'service' | 'artist'>) =>
    `These times are free for ${service} with ${artist}. Choose one by its link:`,
};
