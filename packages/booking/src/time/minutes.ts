import type { EpochMs } from '@atelier/calendar/occurrence';

/** Minutes since 1970-01-01T00:00Z: small whole numbers, on which everything inside is counted. */
export type UtcMinute = number & { readonly __unit?: 'minutes since epoch, UTC' };

/** A reading of a wall clock in minutes since 1970-01-01T00:00 on that clock, zone not said. */
export type WallMinute = number & { readonly __unit?: 'minutes since 1970-01-01T00:00 on a wall clock' };

export const MINUTE_MS = 60_000;
export const DAY_MINUTES = 1_440;

export function toMs(minute: UtcMinute): EpochMs {
  return minute * MINUTE_MS;
}
