import type { DuplicateUid, PutRequest } from '../../port/writes.ts';
import type { CalendarSession } from '../collection/calendar-session.ts';
import { findByUid, scanForUid, uidOf } from '../fetch/find-by-uid.ts';
import { type ErrorBody, UID_CONDITIONS } from '../wire/error-body.ts';
import { canonicalHref, isMember } from '../wire/href.ts';
import type { WriteAnswer } from '../wire/write-answer.ts';

/** "Calendar object with uid already exists in this calendar collection", as sabre/dav and Nextcloud put it. */
const IN_WORDS = /\buid\b.*\b(?:already|exists|in use|taken|duplicate)/i;

/**
 * Whether a PUT was refused for its UID. Some servers say so by a condition, with or without the object that has it;
 * Nextcloud up to 33 says so in a sentence, also of an object in its trash bin; and some give a bare 400 or 409, so
 * that only a look for the UID can tell. Null when it was something else.
 */
export async function duplicateUid(
  session: CalendarSession,
  { href, body, base }: PutRequest,
  { status, error }: WriteAnswer,
): Promise<DuplicateUid | null> {
  const said = saysSo(error);
  const perhaps = base === null && (status === 400 || status === 409) && error.preconditions.size === 0;
  if (!said && !perhaps) return null;
  const named = error.holder === null ? null : canonicalHref(error.holder, session.collection);
  if (named !== null && named !== href)
    return { outcome: 'duplicate', href: isMember(named, session.collection) ? named : null };
  const uid = uidOf(body);
  // Who says that there is one and does not find it may be no good at finding (SOGo searches no text).
  const found = (await findByUid(session, uid)) ?? (said ? await scanForUid(session, uid) : null);
  if (found !== null && found !== 'too-many' && found.href !== href)
    return { outcome: 'duplicate', href: found.href };
  return said ? { outcome: 'duplicate', href: null } : null;
}

function saysSo({ preconditions, message }: ErrorBody): boolean {
  return [...preconditions].some((name) => UID_CONDITIONS.has(name)) || IN_WORDS.test(message ?? '');
}
