import {
  type FeedPatch,
  type FeedRow,
  feedByKey,
  feedReaders,
  patchFeed,
  stopFeed,
} from '@atelier/database/news/feed-store';
import { holdLease, type SourceLease } from '@atelier/database/source/source-lease';
import { type SourceRow, sourceOf } from '@atelier/database/source/source-row';
import { completeSource } from '@atelier/database/source/source-run';
import { addSyncLog } from '@atelier/database/source/sync-log-store';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { Feed } from '@atelier/news/read/feed';
import { addressKey } from '@atelier/news/read/web-address';
import { ProviderFailure } from '@atelier/providers/port/failure';
import { type FetchedDocument, type FetchedNews, noFeed, unreadableNews } from '@atelier/providers/port/news';
import { classifyFailure } from '../failure.ts';
import { failLoneSource } from '../run/fail-lone-source.ts';
import type { RunOptions } from '../run/source-engine.ts';
import { FEED_SECONDS, isGone, nextFeedRun, nextFeedTry } from './feed-pace.ts';
import type { FeedRun } from './feed-report.ts';
import type { NewsServices } from './news-services.ts';
import { type StoredItems, storeItems } from './store-feed.ts';

/** Of which nothing came. */
const NOTHING: StoredItems = { added: 0, updated: 0, unchanged: 0 };

interface Running extends RunOptions {
  readonly feed: FeedRow;
  readonly lease: SourceLease;
}

/** Asks a feed once, stores what is new, and gives the lease back. */
export async function runFeed(services: NewsServices, running: Running): Promise<FeedRun> {
  const { feed } = running;
  const startedAt = services.clock();
  const source = await sourceOf(services.database, feed.id);
  const full = running.full || (source?.fullRequested ?? false);
  const ended = { ...running, full, source, startedAt };
  try {
    const fetched = await services.news.fetch(feed.url, full || feed.digest === null ? null : feed);
    const same = fetched.document === null || fetched.document.digest === feed.digest;
    const read = same && !full ? null : await readFeedAt(services, fetched.document);
    const stored = await complete(services, ended, fetched, read);
    const bytesIn = fetched.document?.bytes.length ?? 0;
    return await logged(services, ended, {
      feedId: feed.id,
      title: read?.title ?? feed.title,
      bytesIn,
      ...stored,
    });
  } catch (error) {
    const { kind, message, hint } = await fail(services, ended, error);
    const { id: feedId, title } = feed;
    return logged(services, ended, { feedId, title, bytesIn: 0, ...NOTHING, error: { kind, message, hint } });
  }
}

/** @throws ProviderFailure where there is something else than a feed. */
async function readFeedAt(
  { newsReader }: NewsServices,
  document: FetchedDocument | null,
): Promise<Feed | null> {
  if (document === null) return null;
  const read = await newsReader.document(document);
  if (read === null) throw unreadableNews();
  if (read.kind !== 'feed') throw noFeed();
  return read.feed;
}

interface Ended extends Running {
  readonly source: SourceRow | null;
  readonly startedAt: Date;
}

async function complete(
  services: NewsServices,
  { feed, lease, full, source, startedAt }: Ended,
  fetched: FetchedNews,
  read: Feed | null,
): Promise<StoredItems> {
  const { database, random, newId } = services;
  const at = services.clock();
  const moved = await movedPatch(services, feed, fetched.movedTo);
  return transact(database, async (transaction) => {
    await holdLease(transaction, lease);
    const stored = read ? await storeItems(transaction, feed, read, { now: at, newId }) : NOTHING;
    await patchFeed(transaction, feed.id, { ...patchOf(fetched, read), ...moved });
    const changed = stored.added > 0;
    const lastChangedAt = changed ? at : (source?.lastChangedAt ?? null);
    const pace = {
      intervalSeconds: source?.intervalSeconds ?? FEED_SECONDS,
      lastChangedAt,
      restMs: fetched.restMs,
    };
    const nextSyncAt = nextFeedRun(at, pace, random());
    await completeSource(transaction, feed.id, { startedAt, at, nextSyncAt, audited: full, changed });
    if (changed || stored.updated > 0 || source?.failureKind != null || feed.digest === null)
      await announce(transaction, feed);
    return stored;
  });
}

function patchOf({ etag, modified, document }: FetchedNews, read: Feed | null): FeedPatch {
  return {
    etag,
    modified,
    state: 'ACTIVE',
    missingSince: null,
    ...(document && { digest: document.digest }),
    ...(read && { title: read.title, site: read.site }),
  };
}

/** A move is believed when it is told twice in a row, and the new address is no other feed's. */
async function movedPatch(
  { database }: NewsServices,
  feed: FeedRow,
  movedTo: string | null,
): Promise<FeedPatch> {
  if (movedTo === null || movedTo !== feed.movedTo) return { movedTo };
  const urlKey = addressKey(movedTo);
  const there = await feedByKey(database, urlKey);
  return there && there.id !== feed.id ? { movedTo } : { url: movedTo, urlKey, movedTo: null };
}

async function fail(services: NewsServices, { feed, lease, source, startedAt }: Ended, error: unknown) {
  const failure = classifyFailure(error);
  if (failure.kind === 'internal') services.report(error, { feed: feed.id });
  const now = services.clock();
  const status = error instanceof ProviderFailure ? error.status : null;
  const missingSince = failure.kind === 'not-found' ? (feed.missingSince ?? now) : null;
  const until = nextFeedTry(now, (source?.failures ?? 0) + 1, failure.retryAfterMs, services.random());
  await transact(services.database, async (transaction) => {
    const news = await failLoneSource(transaction, lease, { failure, startedAt, until });
    await patchFeed(transaction, feed.id, { missingSince });
    if (isGone(status, missingSince, now)) await stopFeed(transaction, feed.id);
    if (news) await announce(transaction, feed);
  });
  return failure;
}

/** To those who see it, and nobody else: what somebody reads is their own business. */
async function announce(transaction: Transaction, { id, forAll }: FeedRow): Promise<void> {
  if (forAll) transaction.announce({ topic: 'news', userId: null });
  else
    for (const userId of await feedReaders(transaction, id)) transaction.announce({ topic: 'news', userId });
}

/** What the schedule finds unchanged leaves no line. */
async function logged(
  { database, clock }: NewsServices,
  { feed, asked, startedAt }: Ended,
  counts: Omit<FeedRun, 'ms'>,
): Promise<FeedRun> {
  const { added, updated, unchanged, bytesIn, error } = counts;
  const ms = clock().getTime() - startedAt.getTime();
  if (added + updated > 0 || error || asked)
    await addSyncLog(database, {
      sourceId: feed.id,
      startedAt,
      durationMs: ms,
      trigger: asked ? 'person' : 'schedule',
      outcome: error ? 'failed' : 'ok',
      added,
      updated,
      removed: 0,
      unchanged,
      pushed: 0,
      conflicts: 0,
      repaired: 0,
      quarantined: 0,
      held: 0,
      requests: 1,
      bytesIn,
      errorKind: error?.kind ?? null,
      error: error?.message ?? null,
    });
  return { ...counts, ms };
}
