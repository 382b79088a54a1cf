import type { ChangedObject, ChangesRequest } from '../../port/changes.ts';
import { ProviderFailure } from '../../port/failure.ts';
import type { CalendarSession } from '../collection/calendar-session.ts';
import { memberEvent } from '../fetch/member-event.ts';
import { objectFrom } from '../fetch/multiget.ts';
import { itemsOf } from '../wire/dav-client.ts';
import { eventsBetween } from '../wire/request-bodies.ts';

/**
 * Objects of the time the person looks at first, ahead of the rest. Many servers get time ranges wrong, so
 * this is a courtesy: whatever fails or takes long, except the sign-in, is left out, and it never says what exists.
 */
export async function previewObjects(
  { client, url, collection, limits }: CalendarSession,
  { from, to }: NonNullable<ChangesRequest['preview']>,
): Promise<readonly ChangedObject[]> {
  const objects: ChangedObject[] = [];
  try {
    const body = eventsBetween(from, to);
    const { multigetBytes: maxBytes, previewMs: totalMs } = limits;
    const answer = await client.ask({ method: 'REPORT', url, depth: 1, body, maxBytes, totalMs });
    for await (const item of itemsOf(answer)) {
      const event = item.kind === 'response' ? memberEvent(item, collection) : null;
      const object = event?.kind === 'member' ? objectFrom(event.data, event.member) : null;
      if (object !== null && 'body' in object) objects.push(object);
    }
  } catch (error) {
    if (!(error instanceof ProviderFailure) || error.kind === 'credentials') throw error;
  }
  return objects;
}
