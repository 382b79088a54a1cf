import type { DavDialect } from '../dav-account.ts';
import type { DavClient } from '../wire/dav-client.ts';
import { collectionHref } from '../wire/href.ts';

/** What every step of one run over one calendar needs. */
export interface CalendarSession {
  readonly client: DavClient;
  /** Of the calendar, with its final slash. */
  readonly url: URL;
  /** Its canonical path, which members' hrefs start with. */
  readonly collection: string;
  readonly limits: SyncLimits;
  readonly monotonicMs: () => number;
  readonly dialect: DavDialect;
}

export interface SyncLimits {
  /** Multigets under way at a time. */
  readonly parallel: number;
  readonly firstBatch: number;
  readonly largestBatch: number;
  /** Objects in a page of a report that carries the bodies itself. */
  readonly streamedPage: number;
  /** Bytes of a streamed report; memory does not grow with it. */
  readonly reportBytes: number;
  /** Bytes of one multiget, which is held in memory. */
  readonly multigetBytes: number;
  /** For a streamed report as a whole, in milliseconds. */
  readonly reportMs: number;
  /** For the look ahead as a whole, in milliseconds: a courtesy must not hold up the rest for long. */
  readonly previewMs: number;
}

const MB = 1024 * 1024;

export const SYNC_LIMITS: SyncLimits = {
  parallel: 4,
  firstBatch: 100,
  largestBatch: 500,
  streamedPage: 250,
  reportBytes: 200 * MB,
  multigetBytes: 32 * MB,
  reportMs: 15 * 60_000,
  previewMs: 10_000,
};

/** What all calendars of an account have in common. */
export interface AccountSession extends Omit<CalendarSession, 'url' | 'collection'> {
  readonly origin: string;
}

export function calendarSession(
  { origin, ...account }: AccountSession,
  calendarHref: string,
): CalendarSession {
  const collection = collectionHref(calendarHref);
  return { ...account, url: new URL(collection, origin), collection };
}

/** Where an object is asked for by itself. iCloud lists its hrefs with `%40`, and finds them with `@` only. */
export function objectUrl({ url, dialect }: CalendarSession, href: string): URL {
  return new URL(dialect === 'icloud' ? href.replaceAll('%40', '@') : href, url);
}
