/** Monday first, as `weekdayOf` counts them. */
export const WEEKDAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;

export type WeekdayKey = (typeof WEEKDAYS)[number];

/**
 * A range of local times, in minutes since midnight of the date it belongs to. `start` is 0 to 1439; `end` lies 1 to
 * 1440 minutes later, so above 1440 it is on the next day.
 */
export interface LocalRange {
  readonly start: number;
  readonly end: number;
}

/** Replaces the weekly ranges of one date; without ranges the date is closed. */
export interface DateOverride {
  /** `YYYY-MM-DD`. A date has no zone: it is the same day for everybody. */
  readonly date: string;
  readonly ranges: readonly LocalRange[];
}

/** Closed from the first date to the last, both included, whatever week and overrides say. */
export interface Closure {
  readonly from: string;
  readonly to: string;
  /** For the studio's eyes; left out where nobody said why. */
  readonly reason?: string;
}

/**
 * When an artist works, in the local time of a zone that is said apart from it. Plain JSON. Of several overrides for
 * one date all ranges count.
 */
export interface OpeningHours {
  /** A weekday left out is closed. */
  readonly weekly: { readonly [Key in WeekdayKey]?: readonly LocalRange[] };
  readonly overrides: readonly DateOverride[];
  readonly closures: readonly Closure[];
}
