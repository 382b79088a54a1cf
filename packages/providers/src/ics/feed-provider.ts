import type { CalendarProvider } from '../port/calendar-provider.ts';
import type { ChangedObject, ChangesRequest, Page } from '../port/changes.ts';
import { ProviderFailure } from '../port/failure.ts';
import type { WriteRefused } from '../port/writes.ts';
import { feedCalendar, type KeptFeed, keptFrom, keptOf } from './feed-calendar.ts';
import { type FeedFetch, fetchFeed, type ReadFeed } from './fetch-feed.ts';
import { FEED_HREF, matchIdentities } from './match-identities.ts';

const READ_ONLY: WriteRefused = {
  outcome: 'refused',
  reason: 'read-only',
  message: 'This calendar is read from an address; nothing can be written to it.',
  hint: 'Change the event where the calendar is kept, or copy it into another calendar here.',
};
const PAGE = 250;

/** The port over one `.ics` address: an account with one calendar that is read as a whole or not at all. */
export function createFeedProvider(fetch: FeedFetch): CalendarProvider {
  /** What the list brought, so that a run asks once. */
  let inHand: ReadFeed | null = null;
  let known: ReadonlyMap<string, string | null> = new Map();

  async function read(): Promise<ReadFeed> {
    const feed = inHand ?? (await fetchFeed(fetch, null));
    inHand = null;
    if (feed === null) throw unasked();
    return feed;
  }

  async function* changes(request: ChangesRequest): AsyncGenerator<Page> {
    const feed = await read();
    known = await request.known();
    const { changed, removed } = matchIdentities(feed.objects, known);
    const cursor = { version: feed.version };
    const listed = feed.objects.length;
    const page = { removalEvidence: 'missing-from-list', unreadable: [], freshLineage: false } as const;
    const pages = Math.max(1, Math.ceil(changed.length / PAGE));
    for (let at = 0; at < pages; at += 1) {
      const complete = at === pages - 1;
      yield {
        ...page,
        changed: changed.slice(at * PAGE, (at + 1) * PAGE),
        removed: complete ? removed : [],
        listed,
        cursor,
        version: complete ? feed.version : null,
        complete,
      };
    }
  }

  return {
    addresses: async () => [],
    schedules: async () => false,
    async listCalendars(kept) {
      const had = keptFrom(kept?.get(FEED_HREF)?.capabilities);
      inHand = await fetchFeed(fetch, had && conditional(had) ? had : null);
      const now = inHand === null ? had : newerOf(had, keptOf(inHand));
      if (now === null) throw unasked();
      return [feedCalendar(now, fetch.feed.url.hostname)];
    },
    changes,
    async recheck() {
      const { objects } = await read();
      return { isCalendar: true, hrefs: matchIdentities(objects, known).hrefs };
    },
    put: async () => READ_ONLY,
    remove: async () => READ_ONLY,
    move: async () => READ_ONLY,
    async fetch(_, hrefs) {
      const there = await objectsByHref();
      const found = hrefs.flatMap((href) => there.get(href) ?? []);
      return { found, missing: hrefs.filter((href) => !there.has(href)), unreadable: [] };
    },
    async findByUid(_, uid) {
      const { objects } = await read();
      const wanted = objects.filter((object) => object.uid === uid);
      return matchIdentities(wanted, new Map()).changed[0] ?? null;
    },
    get traffic() {
      return { ...fetch.meter };
    },
    close: async () => undefined,
  };

  async function objectsByHref(): Promise<ReadonlyMap<string, ChangedObject>> {
    const { objects } = await read();
    const all = matchIdentities(objects, new Map()).changed;
    return new Map(all.map((object) => [object.href, object]));
  }
}

function conditional({ etag, modified }: KeptFeed): boolean {
  return etag !== null || modified !== null;
}

/** A server that names the same content anew at every call would else be news at every call (S5). */
function newerOf(had: KeptFeed | null, now: KeptFeed): KeptFeed {
  if (had === null || had.version !== now.version || had.rest !== now.rest || had.name !== now.name)
    return now;
  return had;
}

/** "Not modified" without a condition. */
function unasked(): ProviderFailure {
  return new ProviderFailure(
    'malformed',
    'The server says that nothing is new, which nobody had asked.',
    'It will be tried again by itself.',
    { status: 304 },
  );
}
