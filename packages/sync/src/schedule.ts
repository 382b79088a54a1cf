const SECOND_MS = 1_000;
const DAY_MS = 86_400 * SECOND_MS;
const FIRST_RETRY_MS = 30 * SECOND_MS;
const LONGEST_RETRY_MS = 3_600 * SECOND_MS;
/** A calendar that waits for a person is looked at again by itself, in case it looks complete again. */
const HELD_RECHECK_MS = 600 * SECOND_MS;

/** Somebody has it on the screen: a change made elsewhere is to be there within 20 s. */
const WATCHED_SECONDS = 15;
/** Changes are told at once: the clock only looks whether that is so. */
export const TOLD_SECONDS = 1_800;
/** Nothing has changed for so long, so it is asked more rarely by so much. */
const QUIET: readonly { readonly days: number; readonly factor: number }[] = [
  { days: 7, factor: 3 },
  { days: 1, factor: 2 },
];

export interface Pace {
  readonly intervalSeconds: number;
  /** A person has set it: it is then kept to, quiet or not. */
  readonly intervalChosen: boolean;
  /** Somebody looks at the calendar until then. */
  readonly watchedUntil: Date | null;
  /** It is left alone for so long after each run, whoever looks. */
  readonly restSeconds: number;
  /** Null when nothing has ever changed. */
  readonly lastChangedAt: Date | null;
  /** Its provider tells of changes, and has been found to: it is asked no more often than this. Null: it does not. */
  readonly toldSeconds: number | null;
  /** The account it belongs to. */
  readonly connectionId: string;
}

/** How long after a good run the next one is due, before jitter; seconds. */
export function paceSeconds(pace: Pace, now: Date): number {
  return Math.max(wantedSeconds(pace, now), pace.restSeconds);
}

function wantedSeconds(
  { intervalSeconds, intervalChosen, watchedUntil, lastChangedAt, toldSeconds }: Pace,
  now: Date,
): number {
  if (isWatched(watchedUntil, now)) return Math.min(WATCHED_SECONDS, intervalSeconds);
  if (intervalChosen) return intervalSeconds;
  const quietDays = lastChangedAt === null ? 0 : (now.getTime() - lastChangedAt.getTime()) / DAY_MS;
  const factor = QUIET.find(({ days }) => quietDays >= days)?.factor ?? 1;
  return Math.max(intervalSeconds * factor, toldSeconds ?? 0);
}

/**
 * When a calendar that went well runs again.
 * @param random in [0, 1): spreads calendars with one interval by ±10 %.
 */
export function nextRun(now: Date, pace: Pace, random: number): Date {
  const ms = paceSeconds(pace, now) * SECOND_MS;
  if (isWatched(pace.watchedUntil, now) && pace.restSeconds < WATCHED_SECONDS)
    return nextBeat(now, ms, pace.connectionId);
  return later(now, Math.max(ms * (0.9 + 0.2 * random), pace.restSeconds * SECOND_MS));
}

function isWatched(until: Date | null, now: Date): boolean {
  return until !== null && until > now;
}

/**
 * The next beat of the account. One request tells of all calendars of an account, so those that are looked at are asked
 * together, and not one by one; each account has beats of its own.
 */
function nextBeat(now: Date, everyMs: number, connectionId: string): Date {
  const phase = [...connectionId].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % everyMs, 0);
  const sinceBeat = (((now.getTime() - phase) % everyMs) + everyMs) % everyMs;
  return later(now, everyMs - sinceBeat);
}

/**
 * When something that failed is tried again: doubling from 30 s to an hour, with jitter, and never
 * before the server said to come back.
 * @param failures how often it has failed in a row, this time included.
 */
export function nextTry(now: Date, failures: number, retryAfterMs: number | null, random: number): Date {
  const backoff = Math.min(FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 20), LONGEST_RETRY_MS);
  return later(now, Math.max(backoff * (0.75 + 0.5 * random), retryAfterMs ?? 0));
}

export function nextHeldCheck(now: Date, random: number): Date {
  return later(now, HELD_RECHECK_MS * (0.9 + 0.2 * random));
}

/** When a write that the provider would not take is offered again; servers get new limits and new rights. */
export function nextParkedTry(now: Date, random: number): Date {
  return later(now, DAY_MS * (0.9 + 0.2 * random));
}

/** Sync tokens lie (a pruned log is not refused), so every version is compared once a day. */
export function auditDue(lastAuditAt: Date | null, now: Date): boolean {
  return lastAuditAt !== null && now.getTime() - lastAuditAt.getTime() > DAY_MS;
}

export function auditOverdue(lastAuditAt: Date | null, now: Date): boolean {
  return lastAuditAt !== null && now.getTime() - lastAuditAt.getTime() > 2 * DAY_MS;
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + Math.round(ms));
}
