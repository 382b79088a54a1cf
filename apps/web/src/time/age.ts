const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

export interface Age {
  readonly value: number;
  readonly unit: 'second' | 'minute' | 'hour' | 'day';
}

/** In the coarsest unit that still says something; null for less than 10 seconds. Negative: still to come. */
export function ageOf(since: Date, now: Date): Age | null {
  const seconds = Math.round((now.getTime() - since.getTime()) / 1_000);
  const size = Math.abs(seconds);
  if (size < 10) return null;
  if (size < MINUTE) return { value: Math.trunc(seconds / 10) * 10, unit: 'second' };
  if (size < HOUR) return { value: Math.trunc(seconds / MINUTE), unit: 'minute' };
  if (size < 2 * DAY) return { value: Math.trunc(seconds / HOUR), unit: 'hour' };
  return { value: Math.trunc(seconds / DAY), unit: 'day' };
}
