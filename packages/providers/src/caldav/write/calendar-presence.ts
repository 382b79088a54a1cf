import { failureFromStatus } from '../../http/classify.ts';
import { ProviderFailure } from '../../port/failure.ts';
import type { AlreadyGone } from '../../port/writes.ts';
import type { CalendarSession } from '../collection/calendar-session.ts';
import { type CollectionState, collectionState } from '../fetch/list-members.ts';

/**
 * For a write that was refused: what the calendar around the object says of itself. Throws ProviderFailure `not-found`
 * when it is no longer there, for then nothing was said about the object at all.
 */
export async function requireCalendar(session: CalendarSession): Promise<CollectionState> {
  const state = await collectionState(session);
  if (state.isCalendar) return state;
  throw failureFromStatus(404, undefined, session.client.now());
}

export async function goneFrom(session: CalendarSession): Promise<AlreadyGone> {
  await requireCalendar(session);
  return { outcome: 'gone' };
}

/** Whether this account may not write there at all; false when nobody can say. */
export async function isReadOnlyCalendar(session: CalendarSession): Promise<boolean> {
  try {
    return (await requireCalendar(session)).readOnly;
  } catch (error) {
    if (error instanceof ProviderFailure && error.kind === 'forbidden') return false;
    throw error;
  }
}
