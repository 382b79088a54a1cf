import type { PutOutcome, PutRequest } from '../../port/writes.ts';
import { type CalendarSession, objectUrl } from '../collection/calendar-session.ts';
import { lookAtObject } from '../fetch/look-at-object.ts';
import { isUnmet, type WriteAnswer } from '../wire/write-answer.ts';
import { goneFrom } from './calendar-presence.ts';
import { duplicateUid } from './duplicate-uid.ts';
import { explainRefusal } from './explain-refusal.ts';
import { storedVersion } from './stored-version.ts';
import { type Condition, isStill, MUST_BE_NEW } from './write-condition.ts';
import { writeIfUnchanged } from './write-if-unchanged.ts';
import { CONTRADICTION } from './write-refused.ts';

/** Some servers choke on a `component` parameter, none on this. */
const BODY_TYPE = { 'content-type': 'text/calendar; charset=utf-8' };
const CHANGED = { outcome: 'changed' } as const;

/** The port's `put`. Throws ProviderFailure where nobody can say whether it was stored. */
export async function putObject(session: CalendarSession, request: PutRequest): Promise<PutOutcome> {
  const { href, base, tellsOrganizer = false } = request;
  const wire = wireText(request.body);
  const url = objectUrl(session, href);
  const send = (condition: Condition): Promise<WriteAnswer> =>
    session.client.write({
      method: 'PUT',
      url,
      headers: { ...BODY_TYPE, ...condition },
      body: wire,
      tellsOrganizer,
    });
  const answer = base === null ? await send(MUST_BE_NEW) : await writeIfUnchanged(session, href, base, send);
  if (answer === 'changed') return CHANGED;
  if (answer === 'gone') return goneFrom(session);
  if (answer.done) return storedVersion(session, href, answer, wire);
  const taken = await duplicateUid(session, request, answer);
  if (taken !== null && !(await isUpdate(session, request))) return taken;
  const refused = await notStored(session, request, answer);
  if (refused !== null) return refused;
  throw answer.failure;
}

/** RFC 5545 3.1 ends every line with CRLF; what came in a report has lost it on the way (XML 1.0, 2.11). */
function wireText(body: string): string {
  return body.replace(/\r?\n/g, '\r\n');
}

/**
 * Whether there is an object to be updated. Its UID is in use by itself then, and by a twin that some server let in and
 * now objects to: to go on under another UID would leave this one behind as a double.
 */
async function isUpdate(session: CalendarSession, { href, base }: PutRequest): Promise<boolean> {
  return base !== null && (await lookAtObject(session, href)) !== null;
}

async function notStored(
  session: CalendarSession,
  { href, base }: PutRequest,
  answer: WriteAnswer,
): Promise<PutOutcome | null> {
  const { status, failure } = answer;
  if (isUnmet(answer)) return CHANGED;
  // The loser of two creates at once gets a 500 from sabre/dav and DAViCal, and the object is there all the same.
  if (base === null && failure.kind === 'server-error')
    return (await lookAtObject(session, href)) === null ? null : CHANGED;
  const refused = await explainRefusal(session, href, answer);
  if (base === null) return refused?.outcome === 'gone' ? CONTRADICTION : refused;
  // Google says 409 of an object that it thinks was changed meanwhile.
  if (status !== 409) return refused;
  const current = await lookAtObject(session, href);
  return current === null || !isStill(base, current) ? CHANGED : refused;
}
