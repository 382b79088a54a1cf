import { Parser } from 'htmlparser2';
import { webAddress } from '../read/web-address.ts';

export interface FeedLink {
  readonly url: string;
  /** As the page calls it; may be empty. */
  readonly title: string;
}

const MOST = 6;
const TYPES = /^(?:application|text)\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json|xml)\b/i;
const COMMENTS = /comment/i;

/** The feeds that a page names (`<link rel="alternate">`), comments left for last. @param at where the page was found. */
export function feedLinks(html: string, at: string): readonly FeedLink[] {
  const found = new Map<string, FeedLink>();
  let base = at;
  const parser = new Parser({
    onopentag(name, { href = '', rel = '', type = '', title = '' }) {
      if (name === 'base') base = webAddress(href, at) ?? base;
      if (name !== 'link' || !/(?:^|\s)alternate(?:\s|$)/i.test(rel) || !TYPES.test(type.trim())) return;
      const url = webAddress(href, base);
      if (url !== null && !found.has(url)) found.set(url, { url, title });
    },
  });
  parser.end(html);
  const links = [...found.values()];
  const last = (link: FeedLink) => Number(COMMENTS.test(link.url) || COMMENTS.test(link.title));
  return links.toSorted((a, b) => last(a) - last(b)).slice(0, MOST);
}

/** Where feeds usually are that their page does not name. */
export function usualPlaces(at: string): readonly string[] {
  return ['feed', 'rss.xml', 'atom.xml', 'feed.xml', 'index.xml', 'rss'].map(
    (path) => new URL(`/${path}`, at).href,
  );
}
