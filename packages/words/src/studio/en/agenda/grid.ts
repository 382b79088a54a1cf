import type { Counted, Told } from '../../../words.ts';

/** What the grid of the agenda says to those who listen to it, and shows while something is dragged. */
export const grid = {
  cells: 'Days and times',
  times: ({ day, start, end }: Told<'day' | 'start' | 'end'>) => `${day}, ${start} to ${end}`,
  overDays: ({ day, start, last, end }: Told<'day' | 'start' | 'last' | 'end'>) =>
    `${day}, ${start} to ${last}, ${end}`,
  wholeDay: ({ day }: Told<'day'>) => `${day}, all day`,
  days: ({ first, last }: Told<'first' | 'last'>) => `${first} to ${last}, all day`,
  dayStop: ({ day, count }: Told<'day'> & Counted) =>
    count === 0 ? `${day}, no events` : count === 1 ? `${day}, ${count} event` : `${day}, ${count} events`,
  freeStop: ({ day, time }: Told<'day' | 'time'>) => `${day}, ${time}, free`,
  busyStop: ({ day, time, titles }: Told<'day' | 'time' | 'titles'>) => `${day}, ${time}: ${titles}`,
  restored: ({ when }: Told<'when'>) => `Restored: ${when}`,
  copied: ({ title }: Told<'title'>) => `${title} is copied. Paste it where you want another.`,
  newEvent: 'New event',
};

/** The day with a column for each artist. */
export const artistDay = {
  none: 'No artist to be seen here yet',
  noneHint: 'Whoever can be booked gets a column of their own. An admin adds them under Studio.',
  explain: ({ name }: Told<'name'>) => `Why is a time of ${name} closed?`,
  request: 'Request',
  openRequest: 'All about it',
  answerFirst: 'This is a request: answer it first.',
  held: 'Being booked',
  holdOf: ({ name, from, to, until }: Told<'name' | 'from' | 'to' | 'until'>) =>
    `${name}: somebody is booking ${from} to ${to}; it is kept until ${until}.`,
  beyondDay: 'It goes beyond this day: move it in the week.',
};
