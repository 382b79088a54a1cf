import { readFile, writeFile } from 'node:fs/promises';
import { OPERATOR } from '@atelier/usecases/actor';
import { addFeed } from '@atelier/usecases/news/choose-feeds';
import { exportOpml, importFeeds, rehearseOpml } from '@atelier/usecases/news/exchange-feeds';
import { listNews, listSources, syncNews } from '@atelier/usecases/news/list-news';
import { type Command, InvalidArgumentError } from 'commander';
import { table } from '../../output.ts';
import { expectDone, runWithServices } from '../../run.ts';
import type { Shell } from '../../shell.ts';

const MOST_SHOWN = 100;

/** News: feeds that everybody in the studio sees. Those that somebody has chosen for themselves are theirs alone. */
export function feedCommands(feed: Command, shell: Shell): void {
  for (const add of [addCommand, listCommand, syncCommand, itemsCommand, importCommand]) add(feed, shell);
  feed
    .command('export <file>')
    .description('write the feeds as a list (OPML) for another reader of news')
    .option('--json', 'print one JSON document')
    .action((file: string, { json }: { json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const { opml, feeds } = await exportOpml(context, OPERATOR);
        await writeFile(file, opml);
        output.answer({ file, feeds }, `${feeds} feeds written to ${file}.`);
      }),
    );
}

function addCommand(feed: Command, shell: Shell): void {
  feed
    .command('add <url>')
    .description('choose a feed, or the first one of a page, for everybody')
    .option('--json', 'print one JSON document')
    .action((url: string, { json }: { json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const added = expectDone(await addFeed(context, OPERATOR, { address: url, forAll: true }));
        // What it publishes is there at once, whether a worker runs or not.
        const [run] = await context.news.engine.runNow([added.id], { full: false });
        output.answer(
          { ...added, items: run?.added ?? 0 },
          `“${added.title}” is among the sources, with ${run?.added ?? 0} items.`,
        );
      }),
    );
}

function listCommand(feed: Command, shell: Shell): void {
  feed
    .command('list')
    .description('feeds with their state, counts and last complete look')
    .option('--json', 'print one JSON document')
    .action(({ json }: { json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const feeds = (await listSources(context, OPERATOR)).map(
          ({ hidden: _hidden, own: _own, ...source }) => source,
        );
        output.answer(feeds, () =>
          table(
            ['Id', 'Title', 'Address', 'State', 'Items', 'Last look'],
            feeds.map((one) => [
              one.id,
              one.title,
              one.url,
              one.state === 'GONE' ? 'gone' : (one.failure?.kind ?? 'active'),
              one.items,
              one.lastCompleteAt?.toISOString() ?? '',
            ]),
          ),
        );
      }),
    );
}

function syncCommand(feed: Command, shell: Shell): void {
  feed
    .command('sync')
    .description('look at every feed now, in this process')
    .option('--json', 'print one JSON document')
    .action(({ json }: { json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const runs = await syncNews(context, OPERATOR);
        output.answer(runs, () =>
          table(
            ['Feed', 'Added', 'Updated', 'Unchanged', 'ms', 'Error'],
            runs.map((run) => [
              run.title,
              run.added,
              run.updated,
              run.unchanged,
              run.ms,
              run.error?.message ?? '',
            ]),
          ),
        );
        if (runs.some(({ error }) => error)) shell.exitCode = 1;
      }),
    );
}

function itemsCommand(feed: Command, shell: Shell): void {
  feed
    .command('items')
    .description('what they published, the newest first')
    .option('--limit <n>', 'how many at most', countOf, 20)
    .option('--json', 'print one JSON document')
    .action(({ limit, json }: { limit: number; json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const { items } = await listNews(context, OPERATOR, { feedId: null, before: null, limit });
        const shown = items.map(({ unread: _unread, ...item }) => item);
        output.answer(shown, () =>
          table(
            ['When', 'Feed', 'Title', 'Address'],
            shown.map((item) => [item.shownAt.toISOString(), item.feed, item.title, item.link]),
          ),
        );
      }),
    );
}

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > MOST_SHOWN)
    throw new InvalidArgumentError(`write a number from 1 to ${MOST_SHOWN}`);
  return count;
}

function importCommand(feed: Command, shell: Shell): void {
  feed
    .command('import <file>')
    .description('choose the feeds of a list (OPML) for everybody')
    .option('--dry-run', 'only say what would be chosen')
    .option('--json', 'print one JSON document')
    .action((file: string, { dryRun = false, json }: { dryRun?: boolean; json?: boolean }) =>
      runWithServices(shell, json, async ({ context }, output) => {
        const rehearsal = expectDone(await rehearseOpml(context, OPERATOR, await readFile(file)));
        const feeds = rehearsal.feeds.filter(({ known }) => !known).map(({ url, title }) => ({ url, title }));
        const { ids, left } = dryRun
          ? { ids: [], left: 0 }
          : expectDone(await importFeeds(context, OPERATOR, { feeds, forAll: true }));
        const { unusable, cut } = rehearsal;
        output.answer({ feeds, added: ids.length, left, unusable, cut }, () =>
          table(
            ['Title', 'Address'],
            feeds.map(({ title, url }) => [title, url]),
          ),
        );
      }),
    );
}
