import { addFeed, changeFeed, removeFeed } from '@atelier/usecases/news/choose-feeds';
import { exportOpml, importFeeds, rehearseOpml } from '@atelier/usecases/news/exchange-feeds';
import { findFeeds } from '@atelier/usecases/news/find-feeds';
import { askForNews, listNews, listSources, readNews } from '@atelier/usecases/news/list-news';
import {
  addFeedInput,
  changeFeedInput,
  feedIdInput,
  findFeedsInput,
  importFeedsInput,
  listNewsInput,
  opmlInput,
  readNewsInput,
} from '../../input/own/news.ts';
import { procedure, router, unwrap } from '../trpc.ts';

/** News of feeds that everybody has, and of those that somebody has chosen for themselves. */
export const newsRouter = router({
  list: procedure.input(listNewsInput).query(({ ctx, input }) => listNews(ctx.services, ctx.actor, input)),
  sources: procedure.query(({ ctx }) => listSources(ctx.services, ctx.actor)),
  find: procedure
    .input(findFeedsInput)
    .mutation(async ({ ctx, input }) => unwrap(await findFeeds(ctx.services, input.address))),
  add: procedure
    .input(addFeedInput)
    .mutation(async ({ ctx, input }) => unwrap(await addFeed(ctx.services, ctx.actor, input))),
  change: procedure
    .input(changeFeedInput)
    .mutation(async ({ ctx, input }) => unwrap(await changeFeed(ctx.services, ctx.actor, input))),
  remove: procedure
    .input(feedIdInput)
    .mutation(async ({ ctx, input }) => unwrap(await removeFeed(ctx.services, ctx.actor, input.feedId))),
  read: procedure
    .input(readNewsInput)
    .mutation(async ({ ctx, input }) => unwrap(await readNews(ctx.services, ctx.actor, input.ids))),
  ask: procedure.mutation(({ ctx }) => askForNews(ctx.services, ctx.actor)),
  rehearse: procedure
    .input(opmlInput)
    .mutation(async ({ ctx, input }) =>
      unwrap(await rehearseOpml(ctx.services, ctx.actor, new TextEncoder().encode(input.opml))),
    ),
  import: procedure
    .input(importFeedsInput)
    .mutation(async ({ ctx, input }) => unwrap(await importFeeds(ctx.services, ctx.actor, input))),
  export: procedure.query(({ ctx }) => exportOpml(ctx.services, ctx.actor)),
});
