import { type SessionRule, sessionStarts } from '@atelier/booking/slots/session-series';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import type { Offer } from '../availability/offer.ts';

/** How often sessions follow each other, on the artist's clock. */
export type Every = { readonly weeks: number } | { readonly days: number };

export interface SeriesTimes {
  readonly start: Date;
  /** Left out: every week. */
  readonly every?: Every | undefined;
  /** 1 to 52; 1 when left out. */
  readonly count?: number | undefined;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MOST_SESSIONS = 52;
const LONGEST_DAYS = 366;
/** Further ahead it is a slip of the pen. */
const FURTHEST_DAYS = 5 * 366;

/** When the sessions of a series begin; refused with words where they cannot be. */
export function seriesTimes(
  { start, every = { weeks: 1 }, count = 1 }: SeriesTimes,
  { artist, service }: Offer,
  now: Date,
): Outcome<readonly Date[]> {
  const wrong = wrongStart(start, now) ?? wrongRhythm(every, count);
  if (wrong) return wrong;
  const rule = ruleOf(every);
  const series = sessionStarts({ first: start.getTime(), zone: artist.timeZone, rule, count });
  if (!series.ok) return refusedFor('invalid', 'sessions-clocks-skip', { dates: series.skipped });
  const starts = series.starts.map((at) => new Date(at));
  const length = (service.bufferBefore + service.minutes + service.bufferAfter) * MINUTE_MS;
  const close = starts.some((at, n) => n > 0 && at.getTime() - (starts[n - 1]?.getTime() ?? 0) < length);
  return close ? refusedFor('invalid', 'sessions-overlap') : done(starts);
}

function wrongStart(start: Date, now: Date): Outcome<never> | null {
  const ahead = start.getTime() - now.getTime();
  if (Number.isNaN(ahead) || start.getTime() % MINUTE_MS !== 0) return refusedFor('invalid', 'whole-minute');
  if (ahead < -DAY_MS) return refusedFor('invalid', 'time-past');
  if (ahead > FURTHEST_DAYS * DAY_MS) return refusedFor('invalid', 'date-far');
  return null;
}

function wrongRhythm(every: Every, count: number): Outcome<never> | null {
  const days = daysOf(every);
  if (!Number.isInteger(count) || count < 1 || count > MOST_SESSIONS)
    return refusedFor('invalid', 'sessions-count', { most: MOST_SESSIONS });
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS)
    return refusedFor('invalid', 'sessions-apart', { most: LONGEST_DAYS });
  return null;
}

function ruleOf(every: Every): SessionRule {
  const days = daysOf(every);
  return days === 7 ? { every: 'week' } : { every: 'days', days };
}

function daysOf(every: Every): number {
  return 'weeks' in every ? every.weeks * 7 : every.days;
}
