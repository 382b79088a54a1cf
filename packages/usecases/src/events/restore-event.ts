import {
  findTombstone,
  listTombstones,
  removeTombstone,
  type Tombstone,
} from '@atelier/database/object/tombstone-store';
import type { Actor } from '../actor.ts';
import { calendarOverview } from '../calendars/calendar-overview.ts';
import { writableCalendar } from '../calendars/writable-calendar.ts';
import type { Context } from '../context.ts';
import { eventAccess } from '../event-privacy.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { doneBefore, keepEdit, type Undoable } from './undo/keep-edit.ts';
import { fitToChange } from './write/fit-to-change.ts';
import { orRefused } from './write/or-refused.ts';
import { saveFitting } from './write/save-fitting.ts';
import { inCalendar, RevisionConflict } from './write/write-object.ts';
import { type WrittenEvent, writtenEvent } from './write/written-event.ts';

export type DeletedItem = Omit<Tombstone, 'source' | 'etag' | 'href' | 'private'>;

const SHOWN = 200;

/** What was deleted in the last 30 days, here or at the provider, in calendars that the actor may write into. */
export async function listDeleted(context: Context, actor: Actor): Promise<readonly DeletedItem[]> {
  const calendars = await calendarOverview(context, actor);
  const writable = await Promise.all(calendars.map(({ id }) => writableCalendar(context, actor, id)));
  const open = new Map(
    writable.flatMap((outcome) => (outcome.ok ? [[outcome.value.id, outcome.value]] : [])),
  );
  const graves = await listTombstones(context.database, [...open.keys()], SHOWN);
  return graves.flatMap((grave) => {
    const calendar = open.get(grave.calendarId);
    if (!calendar || eventAccess(actor, calendar, grave) === 'refused') return [];
    const { source, etag, href, private: _, ...item } = grave;
    return [item];
  });
}

/** Brings a deleted event back, with its UID and every line that it had. */
export async function restoreEvent(
  context: Context,
  actor: Actor,
  input: Undoable & { readonly id: string },
): Promise<Outcome<WrittenEvent>> {
  const gone = refusedFor('not-found', 'event-not-restorable');
  const [did] = await doneBefore(context.database, actor, input);
  const again = did && (await writtenEvent(context, did.objectId));
  if (again) return done(again);
  const grave = await findTombstone(context.database, input.id);
  const [seen] = grave ? await calendarOverview(context, actor, { ids: [grave.calendarId] }) : [];
  if (!grave || !seen || eventAccess(actor, seen, grave) === 'refused') return gone;
  const calendar = await writableCalendar(context, actor, grave.calendarId);
  if (!calendar.ok) return calendar;
  const fit = fitToChange(grave.source, calendar.value);
  if (!fit.ok) return fit;
  const objectId = context.newId();
  return orRefused(
    inCalendar(context, actor, grave.calendarId, null, async (transaction, authorship) => {
      if (!(await removeTombstone(transaction, grave.id))) throw new RevisionConflict();
      await saveFitting(transaction, { ...authorship, objectId, source: grave.source });
      const after = { calendarId: grave.calendarId, text: grave.source };
      const restored = [{ objectId, uid: grave.uid, before: null, after }];
      await keepEdit(transaction, actor, { editId: input.editId, at: authorship.now }, restored);
    }).then(async () => {
      const event = await writtenEvent(context, objectId);
      return event ? done(event) : gone;
    }),
  );
}
