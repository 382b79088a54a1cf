import { findFeed } from '@atelier/database/news/feed-store';
import { createSourceEngine, type SourceEngine } from '../run/source-engine.ts';
import type { FeedRun } from './feed-report.ts';
import type { NewsServices } from './news-services.ts';
import { runFeed } from './run-feed.ts';

/** Keeps feeds of news in step. */
export type NewsEngine = SourceEngine<FeedRun>;

export function createNewsEngine(services: NewsServices): NewsEngine {
  const { database } = services;
  return createSourceEngine(services, {
    kind: 'FEED',
    exists: async (id) => (await findFeed(database, id)) !== null,
    async run(lease, options) {
      const feed = await findFeed(database, lease.sourceId);
      return feed ? runFeed(services, { ...options, feed, lease }) : absent(lease.sourceId);
    },
    absent,
    lost: absent,
  });
}

function absent(feedId: string): FeedRun {
  return { feedId, title: '', added: 0, updated: 0, unchanged: 0, bytesIn: 0, ms: 0 };
}
