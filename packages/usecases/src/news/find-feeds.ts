import { usualPlaces } from '@atelier/news/find/feed-links';
import type { ReadDocument } from '@atelier/news/find/read-document';
import { typedAddress } from '@atelier/news/find/typed-address';
import type { Feed } from '@atelier/news/read/feed';
import { addressKey } from '@atelier/news/read/web-address';
import { ProviderFailure } from '@atelier/providers/port/failure';
import { noFeed, unreadableNews } from '@atelier/providers/port/news';
import { failedAccount } from '../connections/failed-account.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

/** A feed that answers, so that somebody can tell whether it is the one they want. */
export interface FoundFeed {
  readonly url: string;
  readonly title: string;
  readonly site: string | null;
  readonly items: number;
  /** What it listed first. */
  readonly latest: string | null;
}

type NewsContext = Pick<Context, 'news'>;

const MOST_FOUND = 5;

/** The feed at an address, or those of the page that is there (N2). Nothing is stored. */
export async function findFeeds(context: NewsContext, typed: string): Promise<Outcome<readonly FoundFeed[]>> {
  const address = typedAddress(typed);
  if ('bad' in address) return refusedFor('invalid', BAD[address.bad]);
  try {
    const { read, url } = await readAt(context, address.url).catch((error: unknown) => {
      if (address.orElse === undefined || !isUnreachable(error)) throw error;
      return readAt(context, address.orElse);
    });
    if (read.kind === 'feed') return done([foundFeed(url, read.feed)]);
    const named = read.kind === 'page' ? read.feeds.map((link) => link.url) : [];
    const found = await feedsAt(context, named.length > 0 ? named : usualPlaces(url));
    return found.length > 0 ? done(found) : refusedFor('provider', 'news-none');
  } catch (error) {
    if (error instanceof ProviderFailure) return refusedFor('provider', 'news-failed', failedAccount(error));
    throw error;
  }
}

function isUnreachable(error: unknown): boolean {
  return error instanceof ProviderFailure && error.kind === 'unreachable';
}

const BAD = {
  'not-an-address': 'news-address',
  'with-a-password': 'news-password',
  'without-feeds': 'news-without-feeds',
} as const;

/** @throws ProviderFailure */
async function readAt(
  { news }: NewsContext,
  address: string,
): Promise<{ readonly read: ReadDocument; readonly url: string }> {
  const { document } = await news.news.fetch(address, null);
  if (document === null) throw noFeed();
  const read = await news.newsReader.document(document);
  if (read === null) throw unreadableNews();
  return { read, url: document.url };
}

/** Those that are feeds, one after the other: they are of one host. Which of the usual places is first to answer is enough. */
async function feedsAt(context: NewsContext, urls: readonly string[]): Promise<readonly FoundFeed[]> {
  const found = new Map<string, FoundFeed>();
  for (const address of urls) {
    if (found.size === MOST_FOUND) break;
    const at = await readAt(context, address).catch(notThere);
    if (at?.read.kind === 'feed') found.set(addressKey(at.url), foundFeed(at.url, at.read.feed));
  }
  return [...found.values()];
}

function notThere(error: unknown): null {
  if (error instanceof ProviderFailure) return null;
  throw error;
}

function foundFeed(url: string, { title, site, items }: Feed): FoundFeed {
  return { url, title, site, items: items.length, latest: items[0]?.title ?? null };
}
