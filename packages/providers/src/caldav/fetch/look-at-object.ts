import { notCalDav } from '../../http/classify.ts';
import type { ChangedObject } from '../../port/changes.ts';
import { ProviderFailure } from '../../port/failure.ts';
import type { CalendarSession } from '../collection/calendar-session.ts';
import { fetchByName } from './fetch-by-name.ts';
import { getObject } from './get-object.ts';

/**
 * One object as it is at this moment, by GET, past listings that may lag behind; null when the server says that there
 * is none. Throws ProviderFailure, also when there is an object that cannot be read.
 */
export async function lookAtObject(session: CalendarSession, href: string): Promise<ChangedObject | null> {
  const member = { href, sent: href, etag: null };
  const answer = await getObject(session, member, AbortSignal.timeout(session.limits.reportMs));
  if (answer.kind === 'gone') return null;
  if (answer.kind === 'unreadable')
    throw new ProviderFailure('malformed', answer.object.reason, 'It is tried again by itself.');
  if (!answer.object.body.includes('BEGIN:VCALENDAR')) throw notCalDav('something else');
  return answer.object.etag === null ? withListedEtag(session, answer.object) : answer.object;
}

/** Some servers name the version in listings only; text and etag are then taken from the same answer. */
async function withListedEtag(session: CalendarSession, object: ChangedObject): Promise<ChangedObject> {
  const { found } = await fetchByName(session, [object.href]);
  return found[0] ?? object;
}

/** The same for one that the server has just stored: its answer is not to be lost for a broken connection. */
export async function lookAgainOnce(session: CalendarSession, href: string): Promise<ChangedObject | null> {
  try {
    return await lookAtObject(session, href);
  } catch (error) {
    if (!(error instanceof ProviderFailure) || !PASSING.has(error.kind)) throw error;
    return await lookAtObject(session, href);
  }
}

const PASSING: ReadonlySet<string> = new Set(['unreachable', 'timeout', 'malformed', 'server-error']);
