const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How often a feed is asked in which something happens; seconds. */
export const FEED_SECONDS = 45 * 60;
/** Nothing has come for so long, so it is asked more rarely. */
const QUIET: readonly { readonly days: number; readonly everyMs: number }[] = [
  { days: 14, everyMs: 6 * HOUR_MS },
  { days: 2, everyMs: 3 * HOUR_MS },
];
const FIRST_RETRY_MS = 5 * MINUTE_MS;
/** A feed that is missing for so long is gone. */
const MISSING_MS = 7 * DAY_MS;

export interface FeedPace {
  readonly intervalSeconds: number;
  /** Null when nothing has come since it was added. */
  readonly lastChangedAt: Date | null;
  /** As its server says; null where it does not. */
  readonly restMs: number | null;
}

/** When a feed is asked again that went well. @param random in [0, 1): spreads them by ±10 %. */
export function nextFeedRun(
  now: Date,
  { intervalSeconds, lastChangedAt, restMs }: FeedPace,
  random: number,
): Date {
  const quietDays = lastChangedAt ? (now.getTime() - lastChangedAt.getTime()) / DAY_MS : 0;
  const usual = QUIET.find(({ days }) => quietDays >= days)?.everyMs ?? intervalSeconds * 1_000;
  return later(now, Math.min(Math.max(usual * (0.9 + 0.2 * random), restMs ?? 0), DAY_MS));
}

/** When one is asked again that failed: from five minutes, doubling, to a day, and never before its server said. */
export function nextFeedTry(now: Date, failures: number, retryAfterMs: number | null, random: number): Date {
  const backOff = Math.min(FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 20), DAY_MS);
  return later(now, Math.max(backOff * (0.75 + 0.5 * random), retryAfterMs ?? 0));
}

/** Whether nothing more is to be expected: its server says so (410), or has not known it for a week. */
export function isGone(status: number | null, missingSince: Date | null, now: Date): boolean {
  if (status === 410) return true;
  return missingSince !== null && now.getTime() - missingSince.getTime() > MISSING_MS;
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + Math.round(ms));
}
