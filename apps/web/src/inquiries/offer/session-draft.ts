import { parseDuration } from '../../time/duration.ts';

/** One session as it is being planned. */
export interface SessionDraft {
  /** As typed: `2 h`. */
  readonly length: string;
  readonly times: readonly Date[];
}

const LEAST = 5;
const MOST = 1_440;

/** Minutes of a session, or null while its length cannot be read or cannot be. */
export function sessionMinutes({ length }: SessionDraft): number | null {
  const minutes = parseDuration(length);
  return minutes !== null && minutes >= LEAST && minutes <= MOST ? minutes : null;
}

/** Takes a time in, or out when it is there. */
export function toggledTime(times: readonly Date[], time: Date): readonly Date[] {
  const without = times.filter((other) => other.getTime() !== time.getTime());
  return without.length < times.length ? without : withTime(times, time);
}

/** With one more time, each once and in order. */
export function withTime(times: readonly Date[], time: Date): readonly Date[] {
  return [...times.filter((other) => other.getTime() !== time.getTime()), time].toSorted(
    (a, b) => a.getTime() - b.getTime(),
  );
}
