import { lockCalendars } from '@atelier/database/calendar/calendar-place';
import type { ObjectDetail } from '@atelier/database/object/agenda-query';
import { transact } from '@atelier/database/transaction';
import type { Actor } from '../actor.ts';
import { writableCalendar } from '../calendars/writable-calendar.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { keepEdit, type Undoable } from './undo/keep-edit.ts';
import { editableObject } from './write/editable-object.ts';
import { orRefused } from './write/or-refused.ts';
import { moveFitting } from './write/save-fitting.ts';
import { expectRevision, RevisionConflict } from './write/write-object.ts';
import { type WrittenEvent, writtenEvent } from './write/written-event.ts';

export interface MoveEvent extends Undoable {
  readonly id: string;
  readonly toCalendarId: string;
  /** The revision that the person saw; left out, the one that is there. */
  readonly revision?: number | undefined;
}

/** Moves an event, series and all, to another calendar, of the same account, another one, or none. */
export async function moveEvent(
  context: Context,
  actor: Actor,
  input: MoveEvent,
): Promise<Outcome<WrittenEvent>> {
  const found = await editableObject(context, actor, input.id);
  if (!found.ok) return found;
  const to = await writableCalendar(context, actor, input.toCalendarId);
  if (!to.ok) return to;
  const { object } = found.value;
  if (object.calendarId !== to.value.id) {
    const moved = await orRefused(move(context, actor, input, object));
    if (!moved.ok) return moved;
  }
  const event = await writtenEvent(context, object.id);
  return event ? done(event) : refusedFor('not-found', 'event-gone');
}

async function move(
  context: Context,
  actor: Actor,
  { toCalendarId, revision, editId }: MoveEvent,
  object: ObjectDetail,
): Promise<Outcome<null>> {
  await transact(context.database, async (transaction) => {
    const places = await lockCalendars(transaction, [object.calendarId, toCalendarId]);
    const [place, to] = [places.get(object.calendarId), places.get(toCalendarId)];
    if (!place || !to) throw new RevisionConflict();
    await expectRevision(transaction, { id: object.id, revision: revision ?? object.revision });
    const authorship = { actorId: actor.userId, now: context.clock(), newId: context.newId };
    await moveFitting(transaction, { place, to, objectId: object.id, ...authorship });
    const standing = (calendarId: string) => ({ calendarId, text: object.source });
    const [before, after] = [standing(object.calendarId), standing(toCalendarId)];
    const replaced = [{ objectId: object.id, uid: object.uid, before, after }];
    await keepEdit(transaction, actor, { editId, at: authorship.now }, replaced);
  });
  return done(null);
}
