import { type ListedFeed, listFeeds, reviveFeeds } from '@atelier/database/news/feed-store';
import { readNews as markRead, type NewsRow, newestNews } from '@atelier/database/news/news-list';
import { requestRuns } from '@atelier/database/source/source-pace';
import { transact } from '@atelier/database/transaction';
import type { FeedRun } from '@atelier/sync/news/feed-report';
import { type Actor, isPerson } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

type Database = Pick<Context, 'database'>;

/** As whom news are looked at: a person with their own choice; whoever else with what everybody has. */
function readerOf(actor: Actor): string | null {
  return isPerson(actor) ? actor.userId : null;
}

export interface ListNews {
  /** Null: all that this person sees. */
  readonly feedId: string | null;
  /** `next` of the part before. */
  readonly before: string | null;
  readonly limit: number;
}

export interface NewsPage {
  /** The newest first; what several feeds tell of one page once. */
  readonly items: readonly NewsRow[];
  /** Where the next part begins; null: there is none. */
  readonly next: string | null;
}

export async function listNews({ database }: Database, actor: Actor, asked: ListNews): Promise<NewsPage> {
  const [at, beforeId] = asked.before?.split('/') ?? [];
  const beforeAt = at === undefined || Number.isNaN(Date.parse(at)) ? null : new Date(at);
  const items = await newestNews(database, {
    reader: readerOf(actor),
    feedId: asked.feedId,
    beforeAt: beforeId === undefined ? null : beforeAt,
    beforeId: beforeAt === null ? null : (beforeId ?? null),
    limit: asked.limit,
  });
  const last = items.length === asked.limit ? items.at(-1) : undefined;
  return { items, next: last ? `${last.shownAt.toISOString()}/${last.id}` : null };
}

/** What this person has chosen or could show again, with how each is doing. */
export async function listSources({ database }: Database, actor: Actor): Promise<readonly ListedFeed[]> {
  return listFeeds(database, readerOf(actor));
}

/** Read, for this person alone. @param ids null: everything. */
export async function readNews(
  { database }: Database,
  actor: Actor,
  ids: readonly string[] | null,
): Promise<Outcome<null>> {
  if (!isPerson(actor)) return refusedFor('forbidden', 'people-only');
  await transact(database, async (transaction) => {
    await markRead(transaction, actor.userId, ids);
    transaction.announce({ topic: 'news', userId: actor.userId });
  });
  return done(null);
}

/** Has the worker look now, also at what was given up as gone. */
export async function askForNews(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  actor: Actor,
): Promise<void> {
  const ids = (await listSources({ database }, actor)).map(({ id }) => id);
  await transact(database, (transaction) => reviveFeeds(transaction, ids, clock()));
  await requestRuns(database, ids, { full: false, now: clock() });
}

/** One look at each now, in this process. */
export async function syncNews(
  { database, news }: Pick<Context, 'database' | 'news'>,
  actor: Actor,
): Promise<readonly FeedRun[]> {
  const ids = (await listSources({ database }, actor)).map(({ id }) => id);
  return news.engine.runNow(ids, { full: false });
}
