/** What went wrong with a feed of news, where that is something else than with a calendar. */
export const newsFailures = {
  forbidden: {
    message: 'The site shows this feed only to people who sign in, or to browsers.',
    hint: 'Look for a public one.',
  },
  'not-found': {
    message: 'There is no feed at this address (any more).',
    hint: 'Look on the site where it is now, and add that address.',
  },
  'wrong-service': {
    message: 'There is no feed at this address.',
    hint: 'Add the address of the page: its feeds are looked for.',
  },
  'too-large': {
    message: 'This feed is too large to be read.',
    hint: 'Many sites have a shorter one, of a single topic.',
  },
};
