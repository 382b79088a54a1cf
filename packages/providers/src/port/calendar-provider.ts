import type { ChangedObject, ChangesRequest, FetchedObjects, Page } from './changes.ts';
import type { KeptCalendar, RemoteCalendar } from './remote-calendar.ts';
import type {
  MoveOutcome,
  MoveRequest,
  PutOutcome,
  PutRequest,
  RemoveOutcome,
  RemoveRequest,
} from './writes.ts';

/**
 * The port behind which every outside calendar lives. The sync engine knows this folder and nothing of
 * CalDAV or Microsoft Graph.
 *
 * Text stays text: hrefs, etags, tokens and names are opaque strings even when they look like
 * numbers, and are compared for equality only.
 */
export interface CalendarProvider {
  /**
   * What the server knows the account by, for finding its own answer among those of guests: mail addresses without
   * `mailto:`, and whatever else it names. Empty when it does not say.
   */
  addresses(): Promise<readonly string[]>;
  /**
   * Whether the server brings the answers of its account, as a guest, to organizers by itself once they are written into
   * the calendar (RFC 6638, 3.2.2): nobody else must then.
   */
  schedules(): Promise<boolean>;
  /**
   * Every calendar of the account with its version, in as few requests as the protocol has for it.
   * @param kept what was kept of each, by href: where the list itself is asked on condition, or, as it tells no versions,
   * the changes of all of them along with it; the next `changes` is answered from there.
   */
  listCalendars(kept?: ReadonlyMap<string, KeptCalendar>): Promise<readonly RemoteCalendar[]>;
  changes(request: ChangesRequest): AsyncIterable<Page>;
  /**
   * A second, independent look when an answer would delete much: is the URL still a calendar, and
   * which members does a fresh full list hold?
   */
  recheck(
    calendarHref: string,
  ): Promise<{ readonly isCalendar: boolean; readonly hrefs: ReadonlySet<string> }>;
  /**
   * Stores one object, only if the provider still has the version it was made from (`If-Match`), or none at all
   * when `base` is null (`If-None-Match: *`). Reads the stored version back, for servers rewrite what they are given.
   */
  put(request: PutRequest): Promise<PutOutcome>;
  /** Deletes one object, only in the version that is meant. No guest is told by the server (`Schedule-Reply: F`). */
  remove(request: RemoveRequest): Promise<RemoveOutcome>;
  /** Moves one object to another calendar of this account, keeping what the server knows of it, where it can. */
  move(request: MoveRequest): Promise<MoveOutcome>;
  /** These objects as they are now, by name. A missing one is only said to be missing when the server says so. */
  fetch(calendarHref: string, hrefs: readonly string[]): Promise<FetchedObjects>;
  /** The object with this UID wherever it is in the calendar; null when the server says there is none. */
  findByUid(calendarHref: string, uid: string): Promise<ChangedObject | null>;
  /** Counters since the provider was opened. */
  readonly traffic: Traffic;
  close(): Promise<void>;
}

export interface Traffic {
  readonly requests: number;
  /** Body bytes received, after decompression. */
  readonly bytesIn: number;
}
