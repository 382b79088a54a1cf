import type { Opaque } from '../json.ts';

export interface RemoteCalendar {
  /** Its name at the provider: of CalDAV, the absolute path with normalised percent-encoding and a final slash, without the origin. */
  readonly href: string;
  readonly name: string;
  /** `#rrggbb`, or null when the server tells none. */
  readonly color: string | null;
  readonly description: string | null;
  /** IANA zone read from calendar-timezone, or null. */
  readonly timeZone: string | null;
  /** Nothing may be written to it. */
  readonly readOnly: boolean;
  /** The server names an owner that is not this account: it may then show some events masked (a busy text only). */
  readonly ownedByOther: boolean;
  /** Upper-case component names; empty when the server does not say. */
  readonly components: readonly string[];
  /**
   * Changes whenever anything in the calendar changes; null when the server tells none.
   * Equality only: an equal version means "nothing to pull".
   */
  readonly version: string | null;
  /** It is not asked sooner than so many seconds after the last time, though somebody looks at it; 0 when left out. */
  readonly restSeconds?: number;
  /** What the provider found that this calendar can do. Stored with it, for the provider to read. */
  readonly capabilities: Opaque;
}

/** What an earlier run left of a calendar. */
export interface KeptCalendar {
  readonly capabilities: Opaque;
  /** Where its history was left off; null before the first sync. */
  readonly cursor: Opaque | null;
}
