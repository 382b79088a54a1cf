import type { BaseVersion, MoveOutcome, MoveRequest } from '../../port/writes.ts';
import { type CalendarSession, objectUrl } from '../collection/calendar-session.ts';
import { lookAtObject } from '../fetch/look-at-object.ts';
import { isUnmet, type WriteAnswer } from '../wire/write-answer.ts';
import { goneFrom, isReadOnlyCalendar } from './calendar-presence.ts';
import { storedVersion } from './stored-version.ts';
import { type Condition, isStill } from './write-condition.ts';
import { writeIfUnchanged } from './write-if-unchanged.ts';
import { READ_ONLY, writeRefused } from './write-refused.ts';

/** No, or not there, or not so: a copy and a deletion may do it. 502 is RFC 4918 9.9.4's for a strange destination. */
const LEFT_TO_COPYING: ReadonlySet<number> = new Set([400, 403, 405, 409, 412, 415, 422, 501, 502]);

/** The port's `move` (RFC 4918 9.9). Never overwrites. Throws ProviderFailure where nobody can say what became of it. */
export async function moveObject(
  session: CalendarSession,
  target: CalendarSession,
  { href, base, to }: MoveRequest,
): Promise<MoveOutcome> {
  const url = objectUrl(session, href);
  const where = { destination: objectUrl(target, to.href).href, overwrite: 'F' };
  const send = (condition: Condition): Promise<WriteAnswer> =>
    session.client.write({ method: 'MOVE', url, headers: { ...where, ...condition } });
  const answer = await writeIfUnchanged(session, href, base, send);
  if (answer === 'changed') return notAsMeant(session, href, base);
  if (answer === 'gone') return goneFrom(session);
  // Location and ETag of this answer may speak of either place.
  if (answer.done) return storedVersion(target, to.href, null);
  if (isUnmet(answer)) return notAsMeant(session, href, base);
  if (answer.status === 404 || answer.status === 410)
    return (await lookAtObject(session, href)) === null ? goneFrom(session) : { outcome: 'unsupported' };
  return notMoved(session, answer);
}

/** iCloud answers every MOVE with 412, whatever the versions. */
async function notAsMeant(session: CalendarSession, href: string, base: BaseVersion): Promise<MoveOutcome> {
  if (session.dialect !== 'icloud') return { outcome: 'changed' };
  const current = await lookAtObject(session, href);
  return { outcome: current !== null && isStill(base, current) ? 'unsupported' : 'changed' };
}

async function notMoved(session: CalendarSession, answer: WriteAnswer): Promise<MoveOutcome> {
  const refused = writeRefused(answer);
  if (refused !== null && refused.reason !== 'invalid') return refused;
  if (answer.status === 403 && (await isReadOnlyCalendar(session))) return READ_ONLY;
  if (LEFT_TO_COPYING.has(answer.status)) return { outcome: 'unsupported' };
  throw answer.failure;
}
