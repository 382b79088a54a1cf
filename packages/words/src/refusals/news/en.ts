import { says } from '../../sentence.ts';
import type { Most, ProviderFailure } from '../given.ts';

/** News: feeds that somebody chooses, and lists of them. */
export const news = {
  'news-address': () =>
    says(
      'This is not a web address.',
      'Paste that of the site, or of its feed, such as studio.example/blog.',
    ),
  'news-password': () =>
    says(
      'There is a user name or a password in this address. It was not kept.',
      'Feeds behind a sign-in cannot be read here; look for a public one.',
    ),
  'news-without-feeds': () =>
    says(
      'This site offers no feed.',
      'Instagram, Facebook and the like show their pages only to people who sign in; a blog or a newsletter of the same people often has a feed.',
    ),
  'news-none': () =>
    says(
      'No feed was found on this page.',
      'Look there for “RSS”, “Atom” or “feed”, and paste the address behind it.',
    ),
  'news-failed': ({ message, hint }: ProviderFailure) => says(message, hint),
  'news-full': ({ most }: Most) =>
    says(`There are ${most} feeds here already.`, 'Remove one that nobody reads any more.'),
  'news-of-all': () =>
    says(
      'An admin has chosen this feed for everybody. Nothing was changed.',
      'You can hide it for yourself.',
    ),
  'no-news-feed': () => says('There is no such feed (any more).', 'Look at the list again.'),
  'opml-too-large': () => says('This file is too large: a list of feeds has at most 1 MB.'),
  'opml-unreadable': () =>
    says(
      'This file is not a list of feeds.',
      'Export one from your reader of news; it often ends in .opml or .xml.',
    ),
};
