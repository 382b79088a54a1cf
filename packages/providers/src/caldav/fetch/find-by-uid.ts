import type { ChangedObject } from '../../port/changes.ts';
import type { CalendarSession } from '../collection/calendar-session.ts';
import type { DavRefusal } from '../wire/dav-client.ts';
import { calendarDataOf, type DavItem } from '../wire/dav-response.ts';
import { eventsWithUid } from '../wire/request-bodies.ts';
import { fetchByName } from './fetch-by-name.ts';
import { listMembers } from './list-members.ts';
import { memberEvent } from './member-event.ts';
import { objectFrom } from './multiget.ts';

/** A server that cannot be asked for a UID is looked through, if the calendar is not larger than this. */
const LARGEST_SCAN = 2000;

/**
 * The object with this UID, by calendar-query (RFC 4791 7.8). Filters are often wrong, so what comes back is looked
 * into; where the server takes no such query, the calendar is read through. Throws ProviderFailure, also the refusal
 * of the query where the calendar is too large for that: null means that there is none.
 */
export async function findByUid(session: CalendarSession, uid: string): Promise<ChangedObject | null> {
  if (uid === '') return null;
  const { client, url, limits } = session;
  const body = eventsWithUid(uid);
  const answer = await client.ask({ method: 'REPORT', url, depth: 1, body, maxBytes: limits.multigetBytes });
  if (answer.ok) return firstWithUid(session, answer.items, uid);
  if (!isOfTheQuery(answer)) throw answer.failure;
  const found = await scanForUid(session, uid);
  if (found === 'too-many') throw answer.failure;
  return found;
}

/** As against one of the account, the calendar or the server. */
function isOfTheQuery({ status }: DavRefusal): boolean {
  return [400, 403, 405, 409, 415, 422, 501, 507].includes(status);
}

async function firstWithUid(
  session: CalendarSession,
  items: AsyncIterable<DavItem>,
  uid: string,
): Promise<ChangedObject | null> {
  const bodiless: string[] = [];
  for await (const item of items) {
    const event = item.kind === 'response' ? memberEvent(item, session.collection) : null;
    if (item.kind !== 'response' || event?.kind !== 'member') continue;
    const object = objectFrom(calendarDataOf(item), event.member);
    if (object === null) bodiless.push(event.member.href);
    else if ('body' in object && uidOf(object.body) === uid) return object;
  }
  return among(session, bodiless, uid);
}

/** Reads the calendar through; `too-many` when that is too much to ask of the server. */
export async function scanForUid(
  session: CalendarSession,
  uid: string,
): Promise<ChangedObject | 'too-many' | null> {
  const hrefs: string[] = [];
  for await (const event of listMembers(session)) {
    if (event.kind === 'member') hrefs.push(event.member.href);
    if (hrefs.length > LARGEST_SCAN) return 'too-many';
  }
  return among(session, hrefs, uid);
}

async function among(
  session: CalendarSession,
  hrefs: readonly string[],
  uid: string,
): Promise<ChangedObject | null> {
  if (hrefs.length === 0) return null;
  const { found } = await fetchByName(session, hrefs);
  return found.find(({ body }) => uidOf(body) === uid) ?? null;
}

/** Of the first event in a text; empty when it has none. */
export function uidOf(text: string): string {
  const unfolded = text.replace(/\r?\n[ \t]/g, '');
  return /^UID(?:;[^:\r\n]*)?:(.*?)\r?$/im.exec(unfolded)?.[1]?.trim() ?? '';
}
