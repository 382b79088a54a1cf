import type { ChangedObject, FetchedObjects, UnreadableObject } from '../../port/changes.ts';
import type { CalendarSession } from '../collection/calendar-session.ts';
import { fetchObjects } from './fetch-objects.ts';

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
  return { found, missing, unreadable };
}
