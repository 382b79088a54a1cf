import { createHash } from 'node:crypto';
import type { ChangedObject } from '../port/changes.ts';
import type { FeedObject } from './feed-objects.ts';

/** A feed beside what is kept of it. */
export interface MatchedFeed {
  /** What is new, or says something else than before. */
  readonly changed: readonly ChangedObject[];
  /** What is kept and not in the feed any more. */
  readonly removed: readonly string[];
  /** Where each object of the feed is kept, or will be. */
  readonly hrefs: ReadonlySet<string>;
}

/**
 * Tells which object of a feed is which of those that are kept (href -> digest as etag). By UID first. What is left
 * over on both sides and says the same is the same: some publishers make UIDs anew at every call, or give none, and an
 * event must not come and go with each of them (S3, S5).
 */
export function matchIdentities(
  objects: readonly FeedObject[],
  known: ReadonlyMap<string, string | null>,
): MatchedFeed {
  const hrefs = new Set<string>();
  const changed: ChangedObject[] = [];
  const strangers: FeedObject[] = [];
  for (const object of objects) {
    const href = hrefOf(object.uid);
    if (object.uid === '' || !known.has(href) || hrefs.has(href)) strangers.push(object);
    else {
      hrefs.add(href);
      if (known.get(href) !== object.digest) changed.push(at(href, object));
    }
  }
  const unmet = byDigest(known, hrefs);
  for (const object of strangers) {
    const same = unmet.get(object.digest)?.shift();
    const href = same ?? freeHref(object, hrefs, known);
    hrefs.add(href);
    if (same === undefined) changed.push(at(href, object));
  }
  return { changed, removed: [...known.keys()].filter((href) => !hrefs.has(href)), hrefs };
}

function at(href: string, { body, digest }: FeedObject): ChangedObject {
  return { href, etag: digest, body };
}

function byDigest(known: ReadonlyMap<string, string | null>, taken: ReadonlySet<string>) {
  const unmet = new Map<string, string[]>();
  for (const [href, digest] of known) {
    if (digest === null || taken.has(href)) continue;
    const hrefs = unmet.get(digest);
    if (hrefs) hrefs.push(href);
    else unmet.set(digest, [href]);
  }
  return unmet;
}

/** Two of one name, or of none and with one content, are two. */
function freeHref(
  { uid, digest }: FeedObject,
  taken: ReadonlySet<string>,
  known: ReadonlyMap<string, string | null>,
): string {
  const name = uid === '' ? `content ${digest}` : uid;
  let href = hrefOf(name);
  for (let count = 2; taken.has(href) || known.has(href); count += 1) href = hrefOf(`${name} ${count}`);
  return href;
}

export const FEED_HREF = '/feed/';

function hrefOf(name: string): string {
  return `${FEED_HREF}${createHash('sha256').update(name).digest('hex').slice(0, 32)}.ics`;
}
