import { generateOpml } from 'feedsmith';

export interface WrittenFeed {
  readonly title: string;
  readonly url: string;
  readonly site: string | null;
}

/** A list of feeds that any reader of news takes in (OPML 2). */
export function writeOpml(title: string, feeds: readonly WrittenFeed[]): string {
  const outlines = feeds.map((feed) => ({
    text: feed.title,
    title: feed.title,
    type: 'rss',
    xmlUrl: feed.url,
    ...(feed.site !== null && { htmlUrl: feed.site }),
  }));
  return generateOpml({ head: { title }, body: { outlines } });
}
