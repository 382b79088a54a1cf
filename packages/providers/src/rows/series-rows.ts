/** A time as providers keep it in rows: a date, an instant, or the reading of a zone's clock. */
export type RowTime =
  | { readonly kind: 'date'; readonly date: Temporal.PlainDate }
  | { readonly kind: 'utc'; readonly at: Temporal.Instant }
  /** `timeZoneId` is an IANA name. */
  | { readonly kind: 'zoned'; readonly at: Temporal.ZonedDateTime }
  /** A local time in no zone; only texts have it. */
  | { readonly kind: 'floating'; readonly wall: Temporal.PlainDateTime };

/** One event of a provider that keeps rows instead of texts. */
export interface EventRow {
  readonly start: RowTime;
  /** Exclusive. */
  readonly end: RowTime;
  /** When this version was made (DTSTAMP). */
  readonly stamp: Temporal.Instant;
  /**
   * Everything but identity and times as content lines, unfolded: SUMMARY, RRULE, RDATE as it stands, and alarms from
   * their BEGIN to their END.
   */
  readonly lines: readonly string[];
}

/** A changed instance, with the start that the series has for it. */
export interface ExceptionRow {
  readonly original: RowTime;
  readonly row: EventRow;
}

/**
 * A single event, or a series as it is spread over rows: the master, its changed instances, and the original starts of
 * those that were cancelled. Such rows are one calendar object (RFC 4791, 4.1).
 */
export interface SeriesRows {
  readonly uid: string;
  /** Null where only instances can be seen: somebody was invited to one of a series. */
  readonly master: EventRow | null;
  readonly exceptions: readonly ExceptionRow[];
  readonly cancelled: readonly RowTime[];
}
