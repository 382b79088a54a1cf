import { holdCalendarLease } from '@atelier/database/calendar/calendar-lease';
import { failWrite, type PendingWrite, schedulePush } from '@atelier/database/object/outbox-store';
import { transact } from '@atelier/database/transaction';
import type { WriteRefused } from '@atelier/providers/port/writes';
import type { EngineServices } from '../engine-services.ts';
import type { ClassifiedFailure } from '../failure.ts';
import { nextParkedTry, nextTry } from '../schedule.ts';
import type { PushRequest } from './push-request.ts';

/** A server may stumble so often over one object until it counts as refused. */
const MOST_ATTEMPTS = 6;

/** Refused for now, or for good as it is: it keeps its text and its reason, and the rest goes on (S10). */
export async function setAside(
  { database, clock, random }: EngineServices,
  { calendar, lease, anyTime }: PushRequest,
  write: PendingWrite,
  cause: ClassifiedFailure | WriteRefused,
): Promise<void> {
  const { kind, message, hint, parked, retryAfterMs } = reasonOf(write, cause);
  const now = clock();
  const nextTryAt = parked
    ? nextParkedTry(now, random())
    : nextTry(now, anyTime ? 1 : write.attempts + 1, retryAfterMs, random());
  await transact(database, async (transaction) => {
    await holdCalendarLease(transaction, lease);
    const state = parked ? 'PARKED' : 'WAITING';
    await failWrite(transaction, write, {
      kind,
      message,
      hint,
      state,
      nextTryAt,
      counts: parked || !anyTime,
      at: now,
    });
    await schedulePush(transaction, [calendar.id]);
    transaction.announce({ topic: 'calendars', calendarId: calendar.id });
  });
}

function reasonOf(write: PendingWrite, cause: ClassifiedFailure | WriteRefused) {
  const { message, hint } = cause;
  if ('rule' in cause) {
    const { kind, retryAfterMs } = cause;
    const stumbles = kind === 'server-error' || kind === 'internal';
    return { kind, message, hint, retryAfterMs, parked: stumbles && write.attempts + 1 >= MOST_ATTEMPTS };
  }
  const { reason, gap } = cause;
  const parked = reason !== 'locked' && reason !== 'no-room';
  const kind = gap === undefined ? reason : `beyond-${gap}`;
  return { kind, message, hint, retryAfterMs: null, parked };
}
