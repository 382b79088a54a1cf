/** Recurring objects are expanded in [from, to); everything else is stored whole. */
export interface Horizon {
  readonly from: Date;
  readonly to: Date;
}

const DAY_MS = 86_400_000;
const BEHIND_DAYS = 62;
const AHEAD_DAYS = 400;
/** Rolled when less than this lies ahead, so a year can always be looked at without expanding. */
const LEAST_AHEAD_DAYS = 370;

export function horizonAt(now: Date): Horizon {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  return { from: new Date(today - BEHIND_DAYS * DAY_MS), to: new Date(today + AHEAD_DAYS * DAY_MS) };
}

export function horizonIsShort(to: Date | null, now: Date): boolean {
  return to !== null && to.getTime() - now.getTime() < LEAST_AHEAD_DAYS * DAY_MS;
}
