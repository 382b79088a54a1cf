import type { ChangedObject, FetchedObjects, UnreadableObject } from '../../port/changes.ts';
import type { CalendarSession } from '../collection/calendar-session.ts';
import { fetchObjects } from './fetch-objects.ts';
import { listMembers } from './list-members.ts';

const NONE_DOUBTED: ReadonlySet<string> = new Set();

/** The port's `fetch`: what a multiget does not have is asked for singly, so that missing means missing. */
export async function fetchByName(
  session: CalendarSession,
  hrefs: readonly string[],
): Promise<FetchedObjects> {
  const found: ChangedObject[] = [];
  const missing: string[] = [];
  const unreadable: UnreadableObject[] = [];
  const members = hrefs.map((href) => ({ href, sent: href, etag: null }));
  for await (const batch of fetchObjects(session, members, NONE_DOUBTED)) {
    found.push(...batch.changed);
    missing.push(...batch.gone);
    unreadable.push(...batch.unreadable);
  }
  const listed = session.dialect === 'icloud' && missing.length > 0 ? await listedOf(session, missing) : null;
  if (listed === null) return { found, missing, unreadable };
  const late = [...listed].map((href) => ({
    href,
    etag: null,
    reason: 'The server lists it and does not hand it out yet.',
  }));
  return {
    found,
    missing: missing.filter((href) => !listed.has(href)),
    unreadable: [...unreadable, ...late],
  };
}

/** To iCloud, 404 alone is no word on what it may still list. */
async function listedOf(session: CalendarSession, hrefs: readonly string[]): Promise<ReadonlySet<string>> {
  const asked = new Set(hrefs);
  const listed = new Set<string>();
  for await (const event of listMembers(session)) {
    if (event.kind === 'member' && asked.has(event.member.href)) listed.add(event.member.href);
  }
  return listed;
}
