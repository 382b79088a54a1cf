/** What a channel has told since it was last acted on. */
export interface Told {
  /** Ids of calendars that may have changed; null for all that the channel tells of. */
  readonly calendars: ReadonlySet<string> | null;
  readonly standing: Standing;
}

/** What it says of the channel itself; what weighs more comes later. */
const STANDINGS = ['as-before', 'greeted', 'to-renew', 'ended'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Acted on once, it does for both. */
export function both(one: Told, other: Told): Told {
  const calendars =
    one.calendars === null || other.calendars === null ? null : one.calendars.union(other.calendars);
  const heavier = STANDINGS.indexOf(one.standing) > STANDINGS.indexOf(other.standing) ? one : other;
  return { calendars, standing: heavier.standing };
}
