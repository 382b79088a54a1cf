import { MOST_OPML } from '@atelier/news/opml/most-opml';
import { addressKey } from '@atelier/news/read/web-address';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { chooseFeeds, MOST_FEEDS, refusalOf } from './choose-feeds.ts';
import { listSources } from './list-news.ts';

type NewsContext = Pick<Context, 'database' | 'news' | 'clock' | 'newId'>;

/** What a list of feeds would bring. */
export interface Rehearsal {
  readonly feeds: readonly { readonly url: string; readonly title: string; readonly known: boolean }[];
  /** Entries that name no address of the web. */
  readonly unusable: number;
  /** The list was longer than what is read of one. */
  readonly cut: boolean;
}

/** Reads a list of feeds (OPML) and says what it would bring. Nothing is stored, and nothing asked. */
export async function rehearseOpml(
  context: NewsContext,
  actor: Actor,
  file: Uint8Array,
): Promise<Outcome<Rehearsal>> {
  if (file.length > MOST_OPML) return refusedFor('invalid', 'opml-too-large');
  const read = await context.news.newsReader.opml(file);
  if (read === null) return refusedFor('invalid', 'opml-unreadable');
  const own = new Set((await listSources(context, actor)).map(({ url }) => addressKey(url)));
  const feeds = read.feeds.map((feed) => ({ ...feed, known: own.has(addressKey(feed.url)) }));
  return done({ feeds, unusable: read.unusable, cut: read.cut });
}

export interface ImportFeeds {
  readonly feeds: readonly { readonly url: string; readonly title: string }[];
  readonly forAll: boolean;
}

export interface ImportedFeeds {
  readonly ids: readonly string[];
  /** There was no room for so many. */
  readonly left: number;
}

/** Chooses those of a list that somebody wants; each is asked in its turn. */
export async function importFeeds(
  context: NewsContext,
  actor: Actor,
  { feeds, forAll }: ImportFeeds,
): Promise<Outcome<ImportedFeeds>> {
  const refusal = refusalOf(actor, forAll);
  if (refusal) return refusal;
  const ids = await chooseFeeds(
    context,
    actor,
    feeds.map((feed) => ({ ...feed, site: null })),
    forAll,
  );
  if (ids.length === 0 && feeds.length > 0) return refusedFor('too-many', 'news-full', { most: MOST_FEEDS });
  return done({ ids, left: feeds.length - ids.length });
}

/** The feeds that this person sees, as any reader of news takes them in. */
export async function exportOpml(
  context: Pick<Context, 'database'>,
  actor: Actor,
): Promise<{ readonly opml: string; readonly feeds: number }> {
  const feeds = (await listSources(context, actor)).filter(({ hidden }) => !hidden);
  // Whoever takes no list along does without what writes one.
  const { writeOpml } = await import('@atelier/news/opml/write-opml');
  return { opml: writeOpml('Atelier', feeds), feeds: feeds.length };
}
