/**
 * The one port behind which every outside calendar lives. The sync engine knows this file and
 * nothing of CalDAV or Microsoft Graph.
 *
 * Text stays text: hrefs, etags, tokens and names are opaque strings even when they look like
 * numbers, and are compared for equality only.
 */

/** How the account is reached. `password` is in the clear here and lives in memory only. */
export interface AccountAddress {
  readonly kind: ProviderKind;
  /** What the person typed, or the home URL once discovery has found it. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

export type ProviderKind = 'nextcloud' | 'infomaniak' | 'caldav';

/** What discovery found and what is worth keeping, so that later runs skip discovery. */
export interface DiscoveredAccount {
  /** Absolute URL of the principal; null when the server named none and the home was found directly. */
  readonly principalUrl: string | null;
  /** Absolute URLs of the calendar homes (RFC 4791 6.2.1 allows several). Never empty. */
  readonly homeUrls: readonly string[];
}

export interface RemoteCalendar {
  /** Absolute path with normalised percent-encoding and a final slash, without the origin. */
  readonly href: string;
  readonly name: string;
  /** `#rrggbb`, or null when the server tells none. */
  readonly color: string | null;
  readonly description: string | null;
  /** IANA zone read from calendar-timezone, or null. */
  readonly timeZone: string | null;
  /** From current-user-privilege-set: true when neither write, write-content nor bind is granted. */
  readonly readOnly: boolean;
  /** The server names an owner that is not this account: it may then show some events masked (a busy text only). */
  readonly ownedByOther: boolean;
  /** Upper-case component names; empty when the server does not say. */
  readonly components: readonly string[];
  /**
   * Changes whenever anything in the calendar changes (sync token, else ctag); null when the server
   * tells neither. Equality only: an equal version means "nothing to pull".
   */
  readonly version: string | null;
  readonly capabilities: CalendarCapabilities;
}

/** Probed once per calendar and stored with it. */
export interface CalendarCapabilities {
  readonly syncCollection: boolean;
  readonly ctag: boolean;
}

export interface ChangedObject {
  /** Normalised like RemoteCalendar.href, without a final slash. */
  readonly href: string;
  /** Names this version; exactly as the server sent it (quotes, W/ and all), or null when it sent none. */
  readonly etag: string | null;
  /** The iCalendar source text; of a provider that keeps none, what its own form means in iCalendar. */
  readonly body: string;
}

/** Opaque to the engine; a JSON value that the provider wrote and will read again. */
export type Cursor = { readonly [key: string]: string | number | boolean | null };

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
  readonly capabilities: CalendarCapabilities;
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

export interface CalendarProvider {
  /**
   * What the server knows the account by, for finding its own answer among those of guests: mail addresses without
   * `mailto:`, and whatever else it names. Empty when it does not say.
   */
  addresses(): Promise<readonly string[]>;
  /** Every calendar of the account with its version, in one request per home. */
  listCalendars(): Promise<readonly RemoteCalendar[]>;
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

export interface PutRequest {
  readonly calendarHref: string;
  /** Where it is, or, for a new one, where it should be; a provider that names things itself answers with its own. */
  readonly href: string;
  readonly body: string;
  /** The version this one was made from; null for a new object. */
  readonly base: BaseVersion | null;
}

/** A version as it was last read from the provider. */
export interface BaseVersion {
  /** Null where the server tells none. */
  readonly etag: string | null;
  /**
   * Its text. Where etags tell nothing (none at all, or another one for the same text), it settles whether the
   * provider still has this version; and a provider that is told changes rather than texts finds in it what changed.
   * Without it, one that tells no etags is taken at its word.
   */
  readonly body?: string;
}

/** The object as the provider has it after a write. */
export interface StoredVersion {
  readonly outcome: 'stored';
  readonly href: string;
  readonly etag: string | null;
  readonly body: string;
}

/** The provider has another version than the one meant, or has one where none was meant: fetch and decide. */
export interface ChangedMeanwhile {
  readonly outcome: 'changed';
}

export interface AlreadyGone {
  readonly outcome: 'gone';
}

/** The UID is in use: at `href`, or nobody says where (a trash bin, another calendar of the account). */
export interface DuplicateUid {
  readonly outcome: 'duplicate';
  readonly href: string | null;
}

/** This object will not be taken as it is; others may. Failures of server or account are thrown instead. */
export interface WriteRefused {
  readonly outcome: 'refused';
  readonly reason: 'read-only' | 'invalid' | 'too-large' | 'locked' | 'no-room';
  /** For people: what happened; and what they can do. */
  readonly message: string;
  readonly hint: string;
}

export interface RemoveRequest {
  readonly calendarHref: string;
  readonly href: string;
  readonly base: BaseVersion;
}

export interface MoveRequest extends RemoveRequest {
  readonly to: { readonly calendarHref: string; readonly href: string };
}

export type PutOutcome = StoredVersion | ChangedMeanwhile | AlreadyGone | DuplicateUid | WriteRefused;
export type RemoveOutcome = { readonly outcome: 'removed' } | ChangedMeanwhile | AlreadyGone | WriteRefused;
export type MoveOutcome = PutOutcome | { readonly outcome: 'unsupported' };

export interface FetchedObjects {
  readonly found: readonly ChangedObject[];
  readonly missing: readonly string[];
  readonly unreadable: readonly UnreadableObject[];
}

export interface Traffic {
  readonly requests: number;
  /** Body bytes received, after decompression. */
  readonly bytesIn: number;
}

/** One line of "test connection", in the order things were tried. */
export interface TestStep {
  readonly step: 'address' | 'reach' | 'sign-in' | 'principal' | 'home' | 'calendars' | 'incremental';
  readonly outcome: 'ok' | 'warning' | 'failed' | 'skipped';
  /** A plain sentence: what was found, or what went wrong. */
  readonly message: string;
  /** What the person can do about it. */
  readonly hint?: string;
}

/** How accounts are opened and tested; one implementation per protocol family. */
export interface ProviderGateway {
  /** Tries everything from the typed address to the list of calendars and reports each step. Never throws ProviderFailure. */
  test(address: AccountAddress): Promise<AccountTest>;
  /** Opens an account that a test has discovered. Makes no request. */
  open(address: AccountAddress, account: DiscoveredAccount): CalendarProvider;
}

export type AccountTest =
  | {
      readonly ok: true;
      readonly steps: readonly TestStep[];
      readonly account: DiscoveredAccount;
      /** See `CalendarProvider.addresses`. */
      readonly addresses: readonly string[];
      readonly calendars: readonly RemoteCalendar[];
    }
  | { readonly ok: false; readonly steps: readonly TestStep[]; readonly failure: ProviderFailure };

export type FailureKind =
  | 'bad-address' // not a URL, or not http(s)
  | 'refused-address' // resolves to a private or reserved address that the operator has not allowed
  | 'unreachable' // DNS, refused, reset, TLS
  | 'timeout' // deadline, stall or drip
  | 'credentials' // 401: the account stops at once, asking again would look like guessing
  | 'forbidden' // 403 that is not about a token
  | 'not-found' // the calendar or the home is gone
  | 'not-caldav' // a web page, JSON, or anything else that is not a DAV answer
  | 'malformed' // truncated or unparseable answer
  | 'too-large' // over the byte cap
  | 'throttled' // 429, or 503 with Retry-After
  | 'server-error' // other 5xx
  | 'cross-origin-redirect'; // would have sent credentials elsewhere

/** Whatever goes wrong outside. The message is for people and holds no secret and no private address. */
export class ProviderFailure extends Error {
  override readonly name = 'ProviderFailure';
  readonly kind: FailureKind;
  readonly hint: string;
  /** How long the server asked us to stay away, in milliseconds; null when it did not. */
  readonly retryAfterMs: number | null;
  /** HTTP status when there was one. */
  readonly status: number | null;

  constructor(
    kind: FailureKind,
    message: string,
    hint: string,
    more: { readonly retryAfterMs?: number; readonly status?: number; readonly cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.kind = kind;
    this.hint = hint;
    this.retryAfterMs = more.retryAfterMs ?? null;
    this.status = more.status ?? null;
  }
}
