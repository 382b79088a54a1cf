import { done, type Outcome, refusedFor } from '../outcome.ts';

/** One session as the artist proposes it. */
export interface TypedSession {
  readonly minutes: number;
  /** Starts to choose from; none yet is possible. */
  readonly times: readonly Date[];
}

const MOST_MINUTES = 1_440;
const LEAST_MINUTES = 5;
const MOST_TIMES = 20;
export const MOST_SESSIONS = 20;
const MINUTE_MS = 60_000;
const LONGEST_AHEAD_MS = 2 * 366 * 86_400_000;

/** Each start once, in the order of time. */
export function readSession({ minutes, times }: TypedSession, now: Date): Outcome<TypedSession> {
  if (!Number.isSafeInteger(minutes) || minutes < LEAST_MINUTES || minutes > MOST_MINUTES)
    return refusedFor('invalid', 'session-length', { least: LEAST_MINUTES });
  if (times.length > MOST_TIMES) return refusedFor('invalid', 'times-many', { most: MOST_TIMES });
  const starts = [...new Set(times.map((time) => time.getTime()))].sort((a, b) => a - b);
  if (starts.some((start) => !Number.isSafeInteger(start / MINUTE_MS)))
    return refusedFor('invalid', 'whole-minute');
  if (starts.some((start) => start <= now.getTime())) return refusedFor('invalid', 'offered-time-past');
  if (starts.some((start) => start > now.getTime() + LONGEST_AHEAD_MS))
    return refusedFor('invalid', 'offered-time-far');
  return done({ minutes, times: starts.map((start) => new Date(start)) });
}

export function readSessions(sessions: readonly TypedSession[], now: Date): Outcome<readonly TypedSession[]> {
  if (sessions.length === 0 || sessions.length > MOST_SESSIONS)
    return refusedFor('invalid', 'work-sessions', { most: MOST_SESSIONS });
  const read: TypedSession[] = [];
  for (const session of sessions) {
    const one = readSession(session, now);
    if (!one.ok) return one;
    read.push(one.value);
  }
  return done(read);
}
