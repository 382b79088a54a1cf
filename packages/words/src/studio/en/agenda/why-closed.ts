import type { Counted, Told } from '../../../words.ts';

type Thing = Told<'what' | 'from' | 'to'>;

/** Why clients are not offered a time. */
export const whyClosed = {
  title: 'Why is this time closed?',
  make: 'New event here',
  offered: 'Offered to clients.',
  outside: ({ hours }: Told<'hours'>) => `Outside the opening hours of this day: ${hours}.`,
  runsOver: ({ hours }: Told<'hours'>) => `It would go on after the opening hours: ${hours}.`,
  offGrid: ({ before, after }: Told<'before' | 'after'>) =>
    `Clients are offered ${before} and ${after}, and nothing between.`,
  named: ({ title }: Told<'title'>) => `“${title}”`,
  kinds: {
    event: 'An event',
    requested: 'A request',
    confirmed: 'An appointment',
    held: 'Somebody',
  },
  busy: ({ what, from, to }: Thing) => `${what}, ${from} to ${to}, takes the time.`,
  buffer: ({ what, from, to, length }: Thing & Told<'length'>) =>
    `${what}, ${from} to ${to}, is too near: ${length} are kept free between.`,
  held: ({ from, to }: Thing) =>
    `Somebody is filling in the form for ${from} to ${to}. It is kept for some minutes, and may come back.`,
  chair: 'No chair is free then.',
  notice: ({ when }: Told<'when'>) => `Too soon: clients can book from ${when} on.`,
  past: 'This time is over.',
  horizon: ({ date }: Told<'date'>) => `Too far ahead: clients can book until ${date}.`,
  limit: ({ count }: Counted) =>
    count === 1
      ? 'The day has the one booking that it may have.'
      : `The day has the ${count} bookings that it may have.`,
};
