import { findObject, type ObjectDetail, objectsOf } from '@atelier/database/object/agenda-query';
import { reasonWords } from '@atelier/words/refusals/refusal-words';
import { type Actor, seesPrivate } from '../actor.ts';
import { calendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

export interface StoredResource {
  readonly id: string;
  readonly href: string;
  readonly uid: string;
  readonly etag: string | null;
  readonly summary: string | null;
  /** Why it cannot be read, in English; null where it can. */
  readonly quarantined: string | null;
}

/** The stored resources of a calendar, as they lie at the provider. */
export async function listObjects(
  context: Pick<Context, 'database'>,
  actor: Actor,
  calendarId: string,
): Promise<Outcome<readonly StoredResource[]>> {
  const [calendar] = await calendarOverview(context, actor, { ids: [calendarId] });
  if (!calendar || !seesPrivate(actor, calendar.ownerId)) return refusedFor('not-found', 'no-calendar');
  const objects = await objectsOf(context.database, calendarId);
  return done(
    objects.map(({ id, href, uid, etag, components, quarantined }) => ({
      id,
      href,
      uid,
      etag,
      quarantined: quarantined === null ? null : reasonWords('en', quarantined),
      summary: components[0]?.summary ?? null,
    })),
  );
}

/** One stored resource with its source text, byte for byte as the provider sent it. */
export async function showSource(
  context: Pick<Context, 'database'>,
  actor: Actor,
  id: string,
): Promise<Outcome<ObjectDetail>> {
  const object = await findObject(context.database, id);
  const [calendar] = object ? await calendarOverview(context, actor, { ids: [object.calendarId] }) : [];
  if (!object || !calendar || !seesPrivate(actor, calendar.ownerId))
    return refusedFor('not-found', 'no-event');
  return done(object);
}
