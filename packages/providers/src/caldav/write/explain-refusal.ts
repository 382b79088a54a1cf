import type { AlreadyGone, WriteRefused } from '../../port/writes.ts';
import type { CalendarSession } from '../collection/calendar-session.ts';
import { lookAtObject } from '../fetch/look-at-object.ts';
import type { WriteAnswer } from '../wire/write-answer.ts';
import { isReadOnlyCalendar, requireCalendar } from './calendar-presence.ts';
import { CONTRADICTION, READ_ONLY, writeRefused } from './write-refused.ts';

/**
 * What a refused PUT or DELETE says about the object, with another look where the status alone would mislead; null
 * for a failure of the server or the account. Throws ProviderFailure, `not-found` when the calendar is gone.
 */
export async function explainRefusal(
  session: CalendarSession,
  href: string,
  answer: WriteAnswer,
): Promise<WriteRefused | AlreadyGone | null> {
  const { status } = answer;
  if (status === 404 || status === 410) return notFound(session, href);
  if (status === 409) await requireCalendar(session);
  const refused = writeRefused(answer);
  const isUnclear = refused?.reason === 'invalid' && (status === 403 || status === 405);
  return isUnclear && (await isReadOnlyCalendar(session)) ? READ_ONLY : refused;
}

/** sabre/dav hides from guests what they may not write. */
async function notFound(session: CalendarSession, href: string): Promise<WriteRefused | AlreadyGone> {
  const { readOnly } = await requireCalendar(session);
  if (readOnly) return READ_ONLY;
  return (await lookAtObject(session, href)) === null ? { outcome: 'gone' } : CONTRADICTION;
}
