import type { RunCalendar } from '@atelier/database/calendar/run-calendars';
import type { EngineServices } from '../engine-services.ts';
import { nextTry } from '../schedule.ts';

export interface BackOff {
  /** When it is tried again by itself. */
  readonly until: Date;
  /** Only a scheduled run that failed makes the next wait longer. */
  readonly counts: boolean;
  /** The server itself said when to come back: nothing brings that forward. */
  readonly told: boolean;
}

export interface Failing {
  readonly calendars: readonly RunCalendar[];
  /** Failures of scheduled runs in a row so far. */
  readonly failures: number;
  readonly asked: boolean;
  readonly retryAfterMs: number | null;
}

/**
 * How long to wait after a failure. While somebody looks, a write waits or a client waits for an answer, never longer
 * than the calendar's own interval: they were promised that.
 */
export async function backOff(services: EngineServices, failing: Failing): Promise<BackOff> {
  const { calendars, failures, asked, retryAfterMs } = failing;
  const now = services.clock();
  const told = retryAfterMs !== null;
  const counted = asked ? 1 : failures + 1;
  const until = nextTry(now, counted, retryAfterMs, services.random());
  const limit = told ? null : await longestWait(services, calendars, now);
  const capped = limit !== null && limit < until ? limit : until;
  return { until: capped, counts: !asked, told };
}

async function longestWait(
  { bookings }: EngineServices,
  calendars: readonly RunCalendar[],
  now: Date,
): Promise<Date | null> {
  const awaited = await bookings.calendarsAwaitingAnswer(calendars.map(({ id }) => id));
  const intervals = calendars
    .filter(
      ({ id, watchedUntil, pushAt }) => awaited.has(id) || pushAt !== null || isWatched(watchedUntil, now),
    )
    .map(({ intervalSeconds, restSeconds }) => Math.max(intervalSeconds, restSeconds) * 1_000);
  return intervals.length === 0 ? null : new Date(now.getTime() + Math.min(...intervals));
}

function isWatched(until: Date | null, now: Date): boolean {
  return until !== null && until > now;
}
