import type { Counted } from '../../../words.ts';

/** Finding events by what they say. */
export const search = {
  title: 'Search',
  open: 'Search events',
  label: 'Title, place, notes or people',
  hint: 'Narrow it down: calendar:Léa · with:Ana · place:"Studio 2" · after:March · before:1.6.2027',
  ahead: 'To come',
  over: 'Over',
  none: 'Nothing found. Every word has to be in the event, in any place.',
  found: ({ count }: Counted) => (count === 1 ? '1 event' : `${count} events`),
  more: 'Very many events have these words: those near today are shown. One more word finds fewer.',
  next: 'Next hit',
  previous: 'Previous hit',
  repeats: 'repeats',
};
