import { findObject } from '@atelier/database/object/agenda-query';
import { transact } from '@atelier/database/transaction';
import { lookedAt, type UnsureObject, unsureObjects } from '@atelier/database/waiting/unsure-objects';
import type { Actor } from '../actor.ts';
import { type CalendarOverview, calendarOverview } from '../calendars/calendar-overview.ts';
import { mayWrite, writableAmong } from '../calendars/writable-calendar.ts';
import type { Context } from '../context.ts';
import { eventAccess } from '../event-privacy.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

/** An event that could not be read, or only with a repair. */
export type UnsureEvent = Omit<UnsureObject, 'private'>;

const SHOWN = 200;

/** What nobody has looked at yet, in the calendars that the actor may write into. */
export async function unsureEvents(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  seen: readonly CalendarOverview[],
): Promise<readonly UnsureEvent[]> {
  const open = writableAmong(seen);
  const objects = await unsureObjects(database, [...open.keys()], SHOWN);
  return objects.flatMap(({ private: isPrivate, ...object }) => {
    const calendar = open.get(object.calendarId);
    return calendar && eventAccess(actor, calendar, { private: isPrivate }) === 'shown' ? [object] : [];
  });
}

/** The text of such an event, as the provider has it. */
export async function unsureText(
  context: Pick<Context, 'database'>,
  actor: Actor,
  id: string,
): Promise<Outcome<{ readonly id: string; readonly text: string }>> {
  const found = await visible(context, actor, id);
  return found.ok ? done({ id, text: found.value.source }) : found;
}

/** A person has looked at it and lets it be, until it changes. */
export async function lookAtUnsure(
  context: Pick<Context, 'database'>,
  actor: Actor,
  id: string,
): Promise<Outcome<{ readonly id: string }>> {
  const found = await visible(context, actor, id);
  if (!found.ok) return found;
  await transact(context.database, (transaction) => lookedAt(transaction, found.value.calendarId, [id]));
  return done({ id });
}

async function visible(context: Pick<Context, 'database'>, actor: Actor, id: string) {
  const absent = refusedFor('not-found', 'no-event');
  const object = await findObject(context.database, id);
  const [calendar] = object ? await calendarOverview(context, actor, { ids: [object.calendarId] }) : [];
  if (!object || !calendar || !mayWrite(calendar)) return absent;
  return eventAccess(actor, calendar, object) === 'shown' ? done(object) : absent;
}
