const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

export interface Age {
  readonly value: number;
  readonly unit: 'second' | 'minute' | 'hour' | 'day';
}

/**
 * In the coarsest unit that still says something, rounded as people round: what is due in six days and 23 hours is due in
 * seven days. Null for less than 10 seconds. Negative: still to come.
 */
export function ageOf(since: Date, now: Date): Age | null {
  const seconds = Math.round((now.getTime() - since.getTime()) / 1_000);
  const size = Math.abs(seconds);
  if (size < 10) return null;
  if (size < MINUTE - 5) return { value: rounded(seconds, 10) * 10, unit: 'second' };
  if (size < HOUR - MINUTE / 2) return { value: rounded(seconds, MINUTE), unit: 'minute' };
  if (size < 2 * DAY - HOUR / 2) return { value: rounded(seconds, HOUR), unit: 'hour' };
  return { value: rounded(seconds, DAY), unit: 'day' };
}

/** Half a unit counts as a whole one, before and after now alike. */
function rounded(seconds: number, unit: number): number {
  return Math.sign(seconds) * Math.round(Math.abs(seconds) / unit);
}
