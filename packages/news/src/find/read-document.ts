import { decodeText } from '../read/decode-text.ts';
import type { Feed } from '../read/feed.ts';
import { readFeed } from '../read/read-feed.ts';
import { type FeedLink, feedLinks } from './feed-links.ts';

/** What was found at an address. */
export type ReadDocument =
  | { readonly kind: 'feed'; readonly feed: Feed }
  /** A web page, with the feeds that it names. */
  | { readonly kind: 'page'; readonly feeds: readonly FeedLink[] }
  | { readonly kind: 'neither' };

export interface Document {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  /** Where it came from, after redirects. */
  readonly url: string;
}

/** Reads a document of an unknown kind. Whoever calls sees to it that it may take its time: it is written by strangers. */
export function readDocument({ bytes, contentType, url }: Document): ReadDocument {
  const text = decodeText(bytes, contentType);
  const feed = readFeed(text, url);
  if (feed) return { kind: 'feed', feed };
  const page = /<(?:!doctype html|html|head|body)\b/i.test(text.slice(0, 4_000));
  return page ? { kind: 'page', feeds: feedLinks(text, url) } : { kind: 'neither' };
}
