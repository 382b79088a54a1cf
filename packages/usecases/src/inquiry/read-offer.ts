import { done, type Outcome, refused } from '../outcome.ts';

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
    return refused('invalid', `A session takes ${LEAST_MINUTES} minutes to a day.`);
  if (times.length > MOST_TIMES) return refused('invalid', `At most ${MOST_TIMES} times a session.`);
  const starts = [...new Set(times.map((time) => time.getTime()))].sort((a, b) => a - b);
  if (starts.some((start) => !Number.isSafeInteger(start / MINUTE_MS)))
    return refused('invalid', 'An appointment begins at a whole minute.');
  if (starts.some((start) => start <= now.getTime()))
    return refused('invalid', 'One of the times is past.', 'Take it out, then send again.');
  if (starts.some((start) => start > now.getTime() + LONGEST_AHEAD_MS))
    return refused('invalid', 'Times lie within the next two years.');
  return done({ minutes, times: starts.map((start) => new Date(start)) });
}

export function readSessions(sessions: readonly TypedSession[], now: Date): Outcome<readonly TypedSession[]> {
  if (sessions.length === 0 || sessions.length > MOST_SESSIONS)
    return refused('invalid', `The work takes 1 to ${MOST_SESSIONS} sessions.`);
  const read: TypedSession[] = [];
  for (const session of sessions) {
    const one = readSession(session, now);
    if (!one.ok) return one;
    read.push(one.value);
  }
  return done(read);
}
