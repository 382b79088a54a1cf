import type { Told } from '../words.ts';

/** What devices show of themselves. Names stand there only where somebody has allowed it: a lock screen is read by others. */
export const push = {
  request: {
    title: 'A request waits for an answer',
    titleOf: ({ client }: Told<'client'>) => `${client} asks for a time`,
    body: ({ artist, when }: Told<'artist' | 'when'>) => `${artist}, ${when}`,
  },
  idea: {
    title: 'An idea waits for an answer',
    titleOf: ({ client }: Told<'client'>) => `${client} describes an idea`,
    body: 'Answer with a price and times.',
  },
  reminder: {
    untitled: 'An event begins soon',
    body: ({ when }: Told<'when'>) => `${when}`,
  },
  trouble: {
    title: 'Calendars are not in step',
    body: ({ name }: Told<'name'>) => `The account “${name}” has not answered as it should.`,
    hidden: 'An account has not answered as it should.',
  },
  test: {
    title: 'Notifications work',
    body: 'This is what they look like on this device.',
  },
};
