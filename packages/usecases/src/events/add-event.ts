import { createEvent } from '@atelier/calendar/edit/create-event';
import type { EventFields } from '@atelier/calendar/edit/text/event-fields';
import { findObject } from '@atelier/database/object/agenda-query';
import type { Actor } from '../actor.ts';
import { writableCalendar } from '../calendars/writable-calendar.ts';
import type { Context } from '../context.ts';
import { eventAccess } from '../event-privacy.ts';
import { done, type Outcome, refusedAs, refusedFor } from '../outcome.ts';
import { keepEdit, type Undoable } from './undo/keep-edit.ts';
import { orRefused } from './write/or-refused.ts';
import { saveFitting } from './write/save-fitting.ts';
import { inCalendar } from './write/write-object.ts';
import { type WrittenEvent, writtenEvent } from './write/written-event.ts';

export interface AddEvent extends Undoable {
  readonly calendarId: string;
  readonly fields: EventFields;
  /** Chosen by whoever asks, so that asking twice makes one event. A UUID. */
  readonly id?: string | undefined;
}

/** Makes an event here at once; its provider has it as soon as it answers. */
export async function addEvent(
  context: Context,
  actor: Actor,
  input: AddEvent,
): Promise<Outcome<WrittenEvent>> {
  const calendar = await writableCalendar(context, actor, input.calendarId);
  if (!calendar.ok) return calendar;
  const id = input.id ?? context.newId();
  const before = await findObject(context.database, id);
  if (before) {
    const isHere = before.calendarId === input.calendarId;
    return isHere && eventAccess(actor, calendar.value, before) === 'shown' ? written(context, id) : taken();
  }
  const created = createEvent(input.fields, { uid: id, now: context.clock().toTemporalInstant() });
  if (!created.ok) return refusedAs('invalid', created.refusal);
  const source = created.text ?? '';
  return orRefused(
    inCalendar(context, actor, input.calendarId, null, async (transaction, authorship) => {
      await saveFitting(transaction, { ...authorship, objectId: id, source });
      const after = { calendarId: input.calendarId, text: source };
      const made = [{ objectId: id, uid: id, before: null, after }];
      await keepEdit(transaction, actor, { editId: input.editId, at: authorship.now }, made);
    }).then(() => written(context, id)),
  );
}

async function written(context: Context, id: string): Promise<Outcome<WrittenEvent>> {
  const event = await writtenEvent(context, id);
  return event ? done(event) : refusedFor('not-found', 'event-gone');
}

function taken(): Outcome<never> {
  return refusedFor('conflict', 'event-id-taken');
}
