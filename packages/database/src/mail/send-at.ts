const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** So many mails to one address within any hour, and within any day. */
export interface Pace {
  readonly hour: number;
  readonly day: number;
}

/** Whoever it is that asks: an address that anybody can type gets no more than this. */
export const CLIENT_PACE: Pace = { hour: 5, day: 20 };
/** Somebody of the studio hears of many clients. */
export const STAFF_PACE: Pace = { hour: 40, day: 300 };

/**
 * When the next mail to an address goes, so that there never are more than its pace allows.
 * @param taken when the others went or will go, the latest first; those of the last day are enough.
 */
export function sendAt(taken: readonly Date[], now: Date, { hour, day }: Pace): Date {
  const after = (count: number, ms: number) => (taken[count - 1]?.getTime() ?? Number.NEGATIVE_INFINITY) + ms;
  return new Date(Math.max(now.getTime(), after(hour, HOUR_MS), after(day, DAY_MS)));
}
