import { deleteEvent as without } from '@atelier/calendar/edit/delete-event';
import type { EditScope } from '@atelier/calendar/edit/text/event-fields';
import { findObject } from '@atelier/database/object/agenda-query';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedAs } from '../outcome.ts';
import { changesText, doneBefore, keepEdit, type Undoable } from './undo/keep-edit.ts';
import { editableObject } from './write/editable-object.ts';
import { orRefused } from './write/or-refused.ts';
import { removeFitting, saveFitting } from './write/save-fitting.ts';
import { inCalendar } from './write/write-object.ts';

export interface DeleteEvent extends Undoable {
  readonly id: string;
  readonly scope: EditScope;
  /** The revision that the person saw; left out, the one that is there. */
  readonly revision?: number | undefined;
}

export interface DeletedEvent {
  readonly id: string;
  /** False when only a part of a series was deleted. */
  readonly whole: boolean;
}

/** Deletes an event, or one or all following occurrences. What is deleted whole can be brought back for 30 days. */
export async function deleteEvent(
  context: Context,
  actor: Actor,
  input: DeleteEvent,
): Promise<Outcome<DeletedEvent>> {
  const earlier = await doneBefore(context.database, actor, input);
  const did = earlier.find((one) => changesText(one, input.id));
  if (did) return done({ id: input.id, whole: did.after === null });
  const found = await editableObject(context, actor, input.id, { deletes: input.scope.scope === 'all' });
  if (!found.ok) return found;
  const { object, calendar } = found.value;
  const result = without(object.source, input.scope, {
    now: context.clock().toTemporalInstant(),
    zone: calendar.timeZone,
    newUid: context.newId(),
    invite: false,
  });
  if (!result.ok) return refusedAs('invalid', result.refusal);
  const { text } = result;
  const expected = { id: object.id, revision: input.revision ?? object.revision };
  return orRefused(
    inCalendar(context, actor, object.calendarId, expected, async (transaction, authorship) => {
      const objectId = object.id;
      if (text === null) await removeFitting(transaction, { ...authorship, objectId });
      else await saveFitting(transaction, { ...authorship, objectId, source: text });
      const { calendarId, uid, source } = object;
      const after = text === null ? null : { calendarId, text };
      const replaced = [{ objectId, uid, before: { calendarId, text: source }, after }];
      await keepEdit(transaction, actor, { editId: input.editId, at: authorship.now }, replaced);
    }).then(async () =>
      done({ id: object.id, whole: (await findObject(context.database, object.id)) === null }),
    ),
  );
}
