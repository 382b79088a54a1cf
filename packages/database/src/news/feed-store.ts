import type { Queryable } from '../database.ts';
import type { FeedState } from '../generated/enums.ts';
import { given } from '../patch.ts';
import type { RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import {
  choose,
  insertSource,
  listed,
  lockFeeds,
  readersOf,
  removeUnchosen,
  revive,
  stop,
} from './feed-store.sql.ts';

export type { FeedState };

export interface FeedRow {
  readonly id: string;
  readonly url: string;
  readonly urlKey: string;
  readonly title: string;
  readonly site: string | null;
  readonly forAll: boolean;
  readonly state: FeedState;
  readonly etag: string | null;
  readonly modified: string | null;
  /** Of the document that was read last; null before the first. */
  readonly digest: string | null;
  readonly movedTo: string | null;
  readonly missingSince: Date | null;
}

export type ListedFeed = RowOf<typeof listed>;

export async function findFeed({ prisma }: Queryable, id: string): Promise<FeedRow | null> {
  return prisma.newsFeed.findUnique({ where: { id } });
}

export async function feedByKey({ prisma }: Queryable, urlKey: string): Promise<FeedRow | null> {
  return prisma.newsFeed.findUnique({ where: { urlKey } });
}

export async function countFeeds({ prisma }: Queryable): Promise<number> {
  return prisma.newsFeed.count();
}

/** Feeds come and go one after the other, so that none is there twice or too many. */
export async function holdFeeds({ query }: Transaction): Promise<void> {
  await query(lockFeeds);
}

/** What this person sees or could show again. @param reader null: nobody in particular; those that everybody has. */
export async function listFeeds({ query }: Queryable, reader: string | null): Promise<readonly ListedFeed[]> {
  return query(listed, { reader });
}

export interface NewFeed extends Pick<FeedRow, 'id' | 'url' | 'urlKey' | 'title' | 'site' | 'forAll'> {
  readonly now: Date;
  readonly intervalSeconds: number;
}

/** Due at once. */
export async function addFeed({ query, prisma }: Transaction, feed: NewFeed): Promise<void> {
  const { now, intervalSeconds, ...row } = feed;
  await query(insertSource, { id: feed.id, now, intervalSeconds });
  await prisma.newsFeed.create({ data: { ...row, createdAt: now }, select: { id: true } });
}

export type FeedPatch = Partial<Omit<FeedRow, 'id'>>;

export async function patchFeed({ prisma }: Transaction, id: string, patch: FeedPatch): Promise<void> {
  await prisma.newsFeed.updateMany({ where: { id }, data: given(patch) });
}

/** Nothing is asked of it any more until somebody says so. */
export async function stopFeed(transaction: Transaction, id: string): Promise<void> {
  await patchFeed(transaction, id, { state: 'GONE' });
  await transaction.query(stop, { id });
}

export async function reviveFeeds({ query }: Transaction, ids: readonly string[], now: Date): Promise<void> {
  await query(revive, { ids, now });
}

/** For one person: chosen, or hidden. */
export async function chooseFeed(
  { query }: Transaction,
  choice: { readonly id: string; readonly userId: string; readonly hidden: boolean; readonly now: Date },
): Promise<void> {
  await query(choose, { ...choice });
}

export async function unchooseFeed({ prisma }: Transaction, id: string, userId: string): Promise<void> {
  await prisma.newsReader.deleteMany({ where: { feedId: id, userId } });
}

/** @returns whether it went. */
export async function removeUnchosenFeed({ query }: Transaction, id: string): Promise<boolean> {
  return (await query(removeUnchosen, { id })).length > 0;
}

/** People who have chosen it for themselves. */
export async function feedReaders({ query }: Queryable, id: string): Promise<readonly string[]> {
  return (await query(readersOf, { id })).map(({ userId }) => userId);
}
