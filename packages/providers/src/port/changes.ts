import type { Opaque } from '../json.ts';

export interface ChangedObject {
  /** Normalised like RemoteCalendar.href, without a final slash. */
  readonly href: string;
  /** Names this version; exactly as the server sent it (quotes, W/ and all), or null when it sent none. */
  readonly etag: string | null;
  /** The iCalendar source text; of a provider that keeps none, what its own form means in iCalendar. */
  readonly body: string;
}

/** Where a history was left off, as the provider will read it again. */
export type Cursor = Opaque;

/**
 * One page of changes. Data and `cursor` must be committed together. A run is over when a page says
 * `complete`; only then is the local calendar known to equal the remote one at some moment.
 */
export interface Page {
  readonly changed: readonly ChangedObject[];
  /** Hrefs that are gone. */
  readonly removed: readonly string[];
  /**
   * How the removals are known: the server named each one, or they were missing from a full list
   * (which a broken answer can fake, so the engine guards them harder).
   */
  readonly removalEvidence: 'reported' | 'missing-from-list';
  /**
   * Members the full list held, when this run made one; null in an incremental run, and on pages that go
   * out while the list is still being read. The last page of a full run always says it.
   */
  readonly listed: number | null;
  /** Objects the server lists but would not or could not hand out; quarantined, never treated as gone. */
  readonly unreadable: readonly UnreadableObject[];
  readonly cursor: Cursor;
  /** On the last page: the version that this has brought us to, as `RemoteCalendar.version` names it; null when unknown. */
  readonly version: string | null;
  /**
   * The provider no longer has the history that the cursor came from (a calendar made again at the same address, a
   * backup): what is missing may be all that was ever here.
   */
  readonly freshLineage: boolean;
  readonly complete: boolean;
}

export interface UnreadableObject {
  readonly href: string;
  readonly etag: string | null;
  readonly reason: string;
}

export interface ChangesRequest {
  readonly calendarHref: string;
  readonly capabilities: Opaque;
  /** Where the last committed page left off; null for a first sync. */
  readonly cursor: Cursor | null;
  /** The version that the account's list has just told; null or left out when it tells none. */
  readonly listed?: string | null;
  /** Hrefs of what was written to this calendar since that list. */
  readonly written?: ReadonlySet<string>;
  /** Forces a full list compared by etag (audit, or a cursor that is not to be trusted). */
  readonly full: boolean;
  /** href -> etag of everything stored locally. Called at most once, and only when a diff needs it. */
  readonly known: () => Promise<ReadonlyMap<string, string | null>>;
  /**
   * Instants between which the person looks first. On a first sync the provider may hand over objects
   * of this window ahead of the rest; it never uses it to decide what exists.
   */
  readonly preview: { readonly from: Temporal.Instant; readonly to: Temporal.Instant } | null;
}

export interface FetchedObjects {
  readonly found: readonly ChangedObject[];
  readonly missing: readonly string[];
  readonly unreadable: readonly UnreadableObject[];
}
