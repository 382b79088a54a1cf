import { parseFeed } from '@rowanmanning/feed-parser';
import { parseJsonFeed } from 'feedsmith';
import type { Feed, FeedItem } from './feed.ts';
import { plainText } from './plain-text.ts';
import { webAddress } from './web-address.ts';

/** Of one feed, of which a page shows five. */
const MOST_ITEMS = 200;
const LONGEST_TITLE = 200;
const LONGEST_SUMMARY = 280;
const TITLE_FROM_TEXT = 80;
const LONGEST_GUID = 1_000;

/** What either parser makes of an item, before anything of it is trusted. */
interface RawItem {
  readonly id: string | null | undefined;
  readonly url: string | null | undefined;
  readonly title: string | null | undefined;
  readonly text: string | null | undefined;
  readonly published: Date | null;
}

/**
 * RSS, Atom, RDF or a JSON feed as plain text; at most 200 items.
 * @param at where it was found: relative addresses are completed with it.
 * @returns null where the text is no feed, or one that breaks off.
 */
export function readFeed(text: string, at: string): Feed | null {
  try {
    return text.trimStart().startsWith('{') ? fromJson(text, at) : fromXml(text, at);
  } catch {
    return null;
  }
}

/** The parser puts up with a document that breaks off, and would take half an item for one. */
const ENDED = /<\/(?:[\w-]+:)?(?:rss|feed|rdf)\s*>/i;

function fromXml(text: string, at: string): Feed | null {
  if (!ENDED.test(text)) return null;
  const feed = parseFeed(text.trimStart());
  const site = webAddress(feed.url, at);
  const items = feed.items.slice(0, MOST_ITEMS).map((item) => ({
    id: item.id,
    url: item.url,
    title: item.title,
    text: item.description ?? item.content,
    published: item.published ?? item.updated,
  }));
  return { title: titled(feed.title, at), site, items: items.map((item) => itemOf(item, site ?? at)) };
}

function fromJson(text: string, at: string): Feed | null {
  const feed = parseJsonFeed(text);
  const items = (feed.items ?? []).slice(0, MOST_ITEMS).map((item) => ({
    id: item.id,
    url: item.url ?? item.external_url,
    title: item.title,
    text: item.summary ?? item.content_html ?? item.content_text,
    published: dateOf(item.date_published),
  }));
  const site = webAddress(feed.home_page_url, at);
  return { title: titled(feed.title, at), site, items: items.map((item) => itemOf(item, at)) };
}

function titled(title: string | null | undefined, at: string): string {
  return plainText(title ?? null, LONGEST_TITLE) || new URL(at).hostname;
}

function dateOf(text: string | undefined): Date | null {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? null : date;
}

function itemOf({ id, url, title, text, published }: RawItem, base: string): FeedItem {
  const summary = plainText(text ?? null, LONGEST_SUMMARY);
  const guid = (id ?? '').trim().slice(0, LONGEST_GUID);
  return {
    guid: guid === '' ? null : guid,
    // Where there is no link, the id is often one.
    link: webAddress(url, base) ?? (/^https?:/i.test(guid) ? webAddress(guid, null) : null),
    title: plainText(title ?? null, LONGEST_TITLE) || plainText(summary, TITLE_FROM_TEXT),
    summary,
    published: published !== null && Number.isNaN(published.getTime()) ? null : published,
  };
}
