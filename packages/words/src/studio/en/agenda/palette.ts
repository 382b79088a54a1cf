import type { Told } from '../../../words.ts';

/** One field for everything. */
export const palette = {
  open: 'Find or do anything',
  short: 'Find or do …',
  lead: 'Type what you look for, or what you want done; the arrows choose, Enter does it.',
  example: 'A page, a date, an event, or “who is free for 3 h at 14:00”',
  nothing: 'Nothing of that name. A date in words, or words of an event, work as well.',
  pages: 'Pages',
  actions: 'In the agenda',
  people: 'People',
  events: 'Events',
  hide: ({ name }: Told<'name'>) => `Hide ${name}`,
  goTo: ({ date }: Told<'date'>) => `Go to ${date}`,
  eventsWith: ({ name }: Told<'name'>) => `Events with ${name}`,
  searchWith: ({ name }: Told<'name'>) => `with:"${name}"`,
  whoIsFree: 'Who is free',
  sayWhen: 'Say at what time: “who is free for 3 h at 14:00 on Thursday”.',
  freeAt: ({ when, length }: Told<'when' | 'length'>) => `Who is free: ${when}, ${length}`,
  freeUnknown: 'That could not be found out just now. Try again in a moment.',
  states: {
    free: 'Free',
    unsure: 'Not certain: a calendar of theirs has not been heard of lately',
    taken: 'Taken',
  },
};
