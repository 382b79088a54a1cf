import type { EpochMs } from '@atelier/calendar/occurrence';

const DAY_MS = 86_400_000;
/** How long an idea waits for an answer. */
const ANSWER_DAYS = 14;
/** How long offered times wait for the client. */
const OFFER_DAYS = 30;

/** Until when an idea that nobody has answered waits. */
export function answerDue(now: EpochMs): EpochMs {
  return now + ANSWER_DAYS * DAY_MS;
}

/** A session with the times that were offered for it. */
export interface OfferedSession {
  readonly booked: boolean;
  readonly starts: readonly EpochMs[];
}

/**
 * Until when the client may choose: thirty days, or until the last of the times has begun. Null when nothing is left to
 * choose: every session has its appointment, or waits for times.
 */
export function choiceDue(sessions: readonly OfferedSession[], now: EpochMs): EpochMs | null {
  const open = sessions.filter(({ booked }) => !booked).flatMap(({ starts }) => starts);
  if (open.length === 0) return null;
  return Math.min(now + OFFER_DAYS * DAY_MS, Math.max(...open));
}
