import type { RemoveOutcome, RemoveRequest } from '../../port/writes.ts';
import { type CalendarSession, objectUrl } from '../collection/calendar-session.ts';
import { lookAtObject } from '../fetch/look-at-object.ts';
import { isUnmet, type WriteAnswer } from '../wire/write-answer.ts';
import { goneFrom } from './calendar-presence.ts';
import { explainRefusal } from './explain-refusal.ts';
import type { Condition } from './write-condition.ts';
import { writeIfUnchanged } from './write-if-unchanged.ts';

/** The port's `remove`. Throws ProviderFailure where nobody can say whether it was deleted. */
export async function removeObject(
  session: CalendarSession,
  { href, base }: RemoveRequest,
): Promise<RemoveOutcome> {
  const url = objectUrl(session, href);
  const send = (headers: Condition): Promise<WriteAnswer> =>
    session.client.write({ method: 'DELETE', url, headers });
  const answer = await writeIfUnchanged(session, href, base, send);
  if (answer === 'changed') return { outcome: 'changed' };
  if (answer === 'gone') return goneFrom(session);
  if (answer.done) return { outcome: 'removed' };
  if (isUnmet(answer)) return { outcome: 'changed' };
  const refused = await explainRefusal(session, href, answer);
  if (refused === null) throw answer.failure;
  // Nextcloud answers 403 to a deletion that meets another of the same name in its trash bin.
  const isInDoubt = answer.status === 403 && refused.outcome === 'refused' && refused.reason === 'invalid';
  return isInDoubt && (await lookAtObject(session, href)) === null ? { outcome: 'gone' } : refused;
}
