import {
  chooseFeed,
  countFeeds,
  type FeedRow,
  feedByKey,
  feedReaders,
  findFeed,
  holdFeeds,
  addFeed as insertFeed,
  patchFeed,
  removeUnchosenFeed,
  unchooseFeed,
} from '@atelier/database/news/feed-store';
import { tellDue } from '@atelier/database/source/source-pace';
import { type Transaction, transact } from '@atelier/database/transaction';
import { addressKey } from '@atelier/news/read/web-address';
import { FEED_SECONDS } from '@atelier/sync/news/feed-pace';
import { type Actor, isAdmin, isPerson } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { type FoundFeed, findFeeds } from './find-feeds.ts';

type NewsContext = Pick<Context, 'database' | 'news' | 'clock' | 'newId'>;

/** Of one installation: a dashboard shows five lines. */
export const MOST_FEEDS = 100;

export interface AddFeed {
  /** Of the feed, or of a page that has one. */
  readonly address: string;
  /** Everybody sees it; for admins. Otherwise it is this person's alone. */
  readonly forAll: boolean;
}

export interface AddedFeed {
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

/** Looks whether a feed is there, and chooses it; what it publishes is read in a moment. */
export async function addFeed(
  context: NewsContext,
  actor: Actor,
  input: AddFeed,
): Promise<Outcome<AddedFeed>> {
  const refusal = refusalOf(actor, input.forAll);
  if (refusal) return refusal;
  const found = await findFeeds(context, input.address);
  if (!found.ok) return found;
  const [feed] = found.value;
  if (!feed) return refusedFor('provider', 'news-none');
  const [id] = await chooseFeeds(context, actor, [feed], input.forAll);
  return id === undefined
    ? refusedFor('too-many', 'news-full', { most: MOST_FEEDS })
    : done({ id, title: feed.title, url: feed.url });
}

/** Who may choose a feed for whom. */
export function refusalOf(actor: Actor, forAll: boolean): Outcome<never> | null {
  if (forAll && !isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  return !forAll && !isPerson(actor) ? refusedFor('forbidden', 'people-only') : null;
}

type Chosen = Pick<FoundFeed, 'url' | 'title' | 'site'>;

/** Each is there once, however many choose it. @returns their ids; of those that found no room, none. */
export async function chooseFeeds(
  { database, clock, newId }: NewsContext,
  actor: Actor,
  feeds: readonly Chosen[],
  forAll: boolean,
): Promise<readonly string[]> {
  const now = clock();
  return transact(database, async (transaction) => {
    await holdFeeds(transaction);
    let room = MOST_FEEDS - (await countFeeds(transaction));
    const ids: string[] = [];
    for (const { url, title, site } of feeds) {
      const urlKey = addressKey(url);
      const there = await feedByKey(transaction, urlKey);
      if (!there && room === 0) continue;
      const id = there?.id ?? newId();
      if (!there) {
        const row = { id, url, urlKey, title, site, forAll, intervalSeconds: FEED_SECONDS, now };
        await insertFeed(transaction, row);
        room -= 1;
      } else if (forAll) await patchFeed(transaction, id, { forAll });
      if (!forAll) await chooseFeed(transaction, { id, userId: actor.userId, hidden: false, now });
      ids.push(id);
    }
    transaction.announce({ topic: 'news', userId: forAll ? null : actor.userId });
    await tellDue(transaction);
    return ids;
  });
}

export interface ChangeFeed {
  readonly feedId: string;
  /** For this person; those that everybody has can be hidden. */
  readonly shown?: boolean | undefined;
  /** For everybody; for admins. */
  readonly forAll?: boolean | undefined;
}

export async function changeFeed(
  { database, clock }: NewsContext,
  actor: Actor,
  { feedId, shown, forAll }: ChangeFeed,
): Promise<Outcome<{ readonly feedId: string }>> {
  const refusal = refusalOf(actor, forAll !== undefined);
  if (refusal) return refusal;
  const feed = await seenFeed(database, actor, feedId);
  if (!feed) return refusedFor('not-found', 'no-news-feed');
  const { userId } = actor;
  await transact(database, async (transaction) => {
    if (shown !== undefined) {
      await chooseFeed(transaction, { id: feedId, userId, hidden: !shown, now: clock() });
      transaction.announce({ topic: 'news', userId });
    }
    if (forAll !== undefined) await openToAll(transaction, feed, forAll);
  });
  return done({ feedId });
}

/** Not for everybody any more: whoever has chosen it keeps it. */
async function openToAll(transaction: Transaction, { id }: FeedRow, forAll: boolean): Promise<void> {
  await patchFeed(transaction, id, { forAll });
  transaction.announce({ topic: 'news', userId: null });
}

/** Off this person's list; where an admin takes one away that everybody has, off everybody's who has not chosen it. */
export async function removeFeed(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  feedId: string,
): Promise<Outcome<{ readonly removed: string }>> {
  const feed = await seenFeed(database, actor, feedId);
  if (!feed) return refusedFor('not-found', 'no-news-feed');
  if (feed.forAll && !isAdmin(actor)) return refusedFor('forbidden', 'news-of-all');
  await transact(database, async (transaction) => {
    await unchooseFeed(transaction, feedId, actor.userId);
    if (feed.forAll) await openToAll(transaction, feed, false);
    await removeUnchosenFeed(transaction, feedId);
    transaction.announce({ topic: 'news', userId: actor.userId });
  });
  return done({ removed: feedId });
}

/** Null also where it is somebody else's: nobody learns what others read. */
async function seenFeed(
  database: Context['database'],
  { userId }: Actor,
  id: string,
): Promise<FeedRow | null> {
  const feed = await findFeed(database, id);
  if (!feed || feed.forAll) return feed;
  return (await feedReaders(database, id)).includes(userId) ? feed : null;
}
