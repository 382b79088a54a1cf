/**
 * The menu of faults: everything that the sandbox can be told to do wrong, or do as some real server does.
 * Closed, so that every place that acts on a kind is checked by the compiler, and grouped by WHERE it acts.
 */
export type Effect = WireEffect | InsteadEffect | TextEffect | SyncEffect | MeaningEffect | WritingEffect;

export type EffectKind = Effect['kind'];
export type EffectOf<K extends EffectKind> = Extract<Effect, { kind: K }>;
/** Looks up the effect of a kind that applies to the request in hand. */
export type FindEffect = <K extends EffectKind>(kind: K) => EffectOf<K> | undefined;

export function effectFinder(effects: readonly Effect[]): FindEffect {
  return <K extends EffectKind>(kind: K) =>
    effects.find((effect): effect is EffectOf<K> => effect.kind === kind);
}

/** On the connection: the true answer is made, and reaches the client badly or not at all. */
export type WireEffect =
  /** Latency before the server does anything. */
  | { readonly kind: 'delay'; readonly ms: number }
  /**
   * The connection is cut: `before` the server acts, before its `answer` (a write is applied all the same),
   * `inside` the body, or `after` its last byte but before its proper end.
   */
  | { readonly kind: 'reset'; readonly at: 'before' | 'answer' | 'inside' | 'after' }
  /**
   * Silence until the client gives up: on the `request` (not applied), instead of the `answer` (applied), after the
   * `headers`, `inside` the body.
   */
  | { readonly kind: 'stall'; readonly at: 'request' | 'answer' | 'headers' | 'inside' }
  /** A body in small pieces. */
  | { readonly kind: 'drip'; readonly bytes: number; readonly everyMs: number }
  /** The true answer, compressed, whether the client accepts that or not. */
  | { readonly kind: 'gzip' }
  /** The body in one character set, its header naming another (or none). */
  | {
      readonly kind: 'charset';
      readonly declared: string | null;
      readonly written: 'utf8' | 'latin1' | 'utf16le';
    };

/** In place of the true answer; the store is not touched, except by `applied`. */
export type InsteadEffect =
  | {
      readonly kind: 'status';
      readonly status: number;
      /** Seconds, or an HTTP date. */
      readonly retryAfter?: number | string;
      /** Inner markup of `<d:error>`. */
      readonly error?: string;
      /** What a person may read in the answer. */
      readonly message?: string;
      /** The write took place, and only the answer is bad (504 of a gateway). */
      readonly applied?: boolean;
    }
  /** `same-origin` moves to an alias that works, `endless` never arrives, a URL leaves for another origin. */
  | {
      readonly kind: 'redirect';
      readonly status: 301 | 302 | 303 | 307 | 308;
      readonly to: 'same-origin' | 'endless' | URL;
    }
  /** A captive portal or a login page, with 200. */
  | { readonly kind: 'html' }
  /** 207 whose body is no XML. */
  | { readonly kind: 'non-xml' }
  /** 207 with a DOCTYPE that defines and uses an external entity, or exponentially nested ones. */
  | { readonly kind: 'doctype'; readonly form: 'external' | 'bomb' }
  /** 207 of well-formed XML, made while it is sent; with `gzip` it is small on the wire. */
  | { readonly kind: 'huge'; readonly bytes: number; readonly gzip?: boolean }
  /** 207 with `depth` elements inside each other. */
  | { readonly kind: 'deep'; readonly depth: number };

/** On the text of a true answer: same meaning (or a broken one), other spelling. */
export type TextEffect =
  /** The document ends in its middle; HTTP ends properly. */
  | { readonly kind: 'truncate' }
  /** Every response of a multistatus comes twice. */
  | { readonly kind: 'duplicate-responses' }
  | { readonly kind: 'reversed-responses' }
  | {
      readonly kind: 'href-form';
      /** `encoded`: also letters are escaped; `bare`: as little as possible; `lower-hex`: `%c3`, and a bare `@`. */
      readonly form: 'absolute' | 'encoded' | 'bare' | 'lower-hex' | 'double-slash' | 'nfd';
    }
  /** Other prefixes: DAV: as the default namespace, or long random-looking ones. */
  | { readonly kind: 'prefixes'; readonly form: 'default' | 'odd' }
  /** Names, colours and calendar data in CDATA, which costs them their CR; `multiple` where a text is long. */
  | { readonly kind: 'cdata'; readonly multiple?: boolean }
  /** `HTTP/1.1 200` without a reason phrase. */
  | { readonly kind: 'no-reason' }
  /** Unknown elements and comments everywhere. */
  | { readonly kind: 'foreign-elements' };

/** In sync-collection and in what it rests upon. */
export type SyncEffect =
  /** A token that is sent is refused: 403 valid-sync-token, 409, 500 ... */
  | { readonly kind: 'token-refused'; readonly status: number; readonly precondition?: boolean }
  /** Token and ctag never change, and a sync from that token has no changes. */
  | { readonly kind: 'token-frozen' }
  /** Every answer hands out the token of the very beginning: all is replayed each time. */
  | { readonly kind: 'token-reset' }
  /** An unknown or foreign token is taken as an initial sync, without removals (DAViCal). */
  | { readonly kind: 'token-unknown-is-initial' }
  /** A token beyond the present is accepted, with no changes, and echoed (sabre after a restore). */
  | { readonly kind: 'token-future-accepted' }
  /** Of the changes since the token only the newest `keep` are told, without a word (Nextcloud's pruning). */
  | { readonly kind: 'log-pruned'; readonly keep: number }
  /** Removed and added again since the token: told as removed (newer Nextcloud). */
  | { readonly kind: 'delete-wins' }
  | { readonly kind: 'deletion-form'; readonly form: 'propstat-404' | 'propstat-418' | '418' | '410' }
  /** The collection is listed among its members, here and in PROPFIND-like reports. */
  | { readonly kind: 'self-listed' }
  /**
   * Answers hold at most `size` members. `507`: as RFC 6578 3.6 wants; `silent`: a correct token but no 507 (sabre);
   * `lossy`: the newest token at once, so the rest is never told (Nextcloud with a limit).
   */
  | { readonly kind: 'paged'; readonly size: number; readonly form: '507' | 'silent' | 'lossy' }
  /** What a client's own `<d:limit>` does; without this fault it is honoured with a 507. */
  | { readonly kind: 'limit'; readonly form: 'ignored' | 'refused' | 'silent' | 'lossy' }
  | {
      readonly kind: 'multiget';
      readonly form: 'missing-left-out' | 'duplicated' | 'omitting' | 'unsolicited';
    }
  /** Members that match get this status of their own inside the 207. */
  | { readonly kind: 'member-status'; readonly status: number; readonly names: (name: string) => boolean }
  /** Listings are empty, though the objects are still there. */
  | { readonly kind: 'emptied' };

/** In what the server takes things to mean. */
export type MeaningEffect =
  | {
      readonly kind: 'etag-form';
      readonly form: 'weak' | 'missing' | 'unquoted' | 'numeric' | 'changing' | 'gzip-suffix' | 'uri';
    }
  /**
   * How If-Match is compared. `strong-only`: a weak etag never matches, as RFC 9110 13.1.1 wants it of servers that hand
   * them out all the same; `star-only`: no etag matches, only `*`.
   */
  | { readonly kind: 'if-match'; readonly form: 'strong-only' | 'star-only' }
  /** Answers carry a Schedule-Tag, another one each time, and nothing matches it (Cyrus at its worst). */
  | { readonly kind: 'schedule-tag' }
  /** Listings show the etag before the last write (Open-Xchange). */
  | { readonly kind: 'stale-etag' }
  /** Conditions of PUT and DELETE are not looked at. */
  | { readonly kind: 'conditions-ignored' }
  /** The server does not have these at all. */
  | { readonly kind: 'without'; readonly features: readonly Feature[] }
  /** The calendar is deleted and made again, empty, at the same URL, before this request is served. */
  | { readonly kind: 'recreated' }
  /** The calendar lies in the trash bin: it is not listed as one any more, and takes writes all the same (Nextcloud). */
  | { readonly kind: 'trashed'; readonly calendar: string }
  /**
   * The calendars belong to somebody else, and whoever reads them gets CONFIDENTIAL events without their texts, under
   * the same ETag (Nextcloud's `Busy`), or without any line but their times (Cyrus).
   */
  | { readonly kind: 'masked'; readonly form: 'busy' | 'bare' }
  /** An object whose path is asked for with `%40` is not found; listings spell it so all the same (iCloud). */
  | { readonly kind: 'at-signs' }
  /** Reports end the lines of calendar data with LF, as sabre's do. */
  | { readonly kind: 'bare-lf' }
  /** Lines are folded by octets: a letter of several of them may lie on two lines (RFC 5545 3.1 allows it). */
  | { readonly kind: 'octet-folded' }
  /** Somebody else does something just before, or just after, the server serves this request. */
  | { readonly kind: 'meanwhile'; readonly when: 'before' | 'after'; readonly act: () => unknown };

/** In what becomes of a write. */
export type WritingEffect =
  /** PUT answers without an ETag although the body is kept. */
  | { readonly kind: 'put-without-etag' }
  /** PUT stores other bytes of the same meaning, with or without saying so by leaving the ETag out. */
  | { readonly kind: 'put-rewritten'; readonly etag: 'given' | 'absent' }
  /**
   * What a second object with the same UID in a calendar gives; without this fault 409 no-uid-conflict. `account`: also
   * one in another calendar of the account (iCloud).
   */
  | {
      readonly kind: 'uid-conflict';
      readonly form: 'allowed' | '400' | '403' | '409-without-href' | 'account';
    }
  /**
   * Guests' answers that are written into a calendar are brought to the organizer (RFC 6638 3.2.2), and OPTIONS says so.
   * `tell` hears the UID and the answer, and says whether it arrived.
   */
  | { readonly kind: 'auto-schedule'; readonly tell: (reply: string) => boolean }
  /** The UID of what was deleted stays taken, and only a sentence says so (Nextcloud 22 and some after it). */
  | { readonly kind: 'trash-bin' }
  /** A new object is stored under a name of the server's choice; Location tells it. */
  | { readonly kind: 'put-renamed' }
  /** How a write into a read-only calendar is refused; without this fault 403 need-privileges. `404` is sabre's to guests. */
  | { readonly kind: 'read-only-form'; readonly form: 'bare-403' | '404' }
  /** A failed PUT or MKCALENDAR is a 207 that holds the error (Xandikos). */
  | { readonly kind: 'errors-as-207' };

export type Feature =
  | 'sync-collection'
  | 'ctag'
  | 'privileges'
  | 'etags-in-listings'
  | 'calendar-data-in-sync'
  | 'multiget'
  | 'make-calendar'
  | 'move'
  | 'current-user-principal';
