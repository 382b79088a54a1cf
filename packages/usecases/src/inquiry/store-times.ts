import { replaceTimes, saveSession } from '@atelier/database/inquiry/session-store';
import type { Transaction } from '@atelier/database/transaction';
import type { TypedSession } from './read-offer.ts';
import type { LockedInquiry } from './step-inquiry.ts';

/**
 * Writes down what is offered for a session. A time that was offered before keeps its id, so that the page that a client
 * has open still means it; with another length it is another offer.
 */
export async function storeTimes(
  transaction: Transaction,
  { inquiry, sessions, times }: LockedInquiry,
  newId: () => string,
  { number, minutes, times: starts }: TypedSession & { readonly number: number },
): Promise<void> {
  const before = sessions.find((one) => one.number === number);
  const kept = times.filter(({ sessionId }) => sessionId === before?.id && minutes === before.minutes);
  const session = { id: newId(), inquiryId: inquiry.id, number, minutes };
  const sessionId = await saveSession(transaction, session);
  const rows = starts.map((startsAt) => ({
    id: kept.find((one) => one.startsAt.getTime() === startsAt.getTime())?.id ?? newId(),
    startsAt,
  }));
  await replaceTimes(transaction, sessionId, rows);
}
