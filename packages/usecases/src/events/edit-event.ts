import { editEvent as patched } from '@atelier/calendar/edit/edit-event';
import type { EditScope, EventPatch } from '@atelier/calendar/edit/text/event-fields';
import type { ReplacedText } from '@atelier/database/undo/replaced-texts';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedAs, refusedFor } from '../outcome.ts';
import { changesText, doneBefore, keepEdit, type Undoable } from './undo/keep-edit.ts';
import { editableObject } from './write/editable-object.ts';
import { orRefused } from './write/or-refused.ts';
import { removeFitting, saveFitting } from './write/save-fitting.ts';
import { inCalendar } from './write/write-object.ts';
import { type WrittenEvent, writtenEvent } from './write/written-event.ts';

export interface EditEvent extends Undoable {
  readonly id: string;
  readonly patch: EventPatch;
  readonly scope: EditScope;
  /** The revision that the person saw; left out, the one that is there. */
  readonly revision?: number | undefined;
}

/** Changes an event, or one or all following occurrences of it; every line that it does not mean to change stays. */
export async function editEvent(
  context: Context,
  actor: Actor,
  input: EditEvent,
): Promise<Outcome<WrittenEvent>> {
  const found = await editableObject(context, actor, input.id);
  if (!found.ok) return found;
  const earlier = await doneBefore(context.database, actor, input);
  if (earlier.some((one) => changesText(one, input.id))) return answerOf(context, input.id, earlier);
  const { object, calendar } = found.value;
  const splitId = context.newId();
  const result = patched(object.source, input.patch, input.scope, {
    now: context.clock().toTemporalInstant(),
    zone: calendar.timeZone,
    newUid: splitId,
    invite: false,
  });
  if (!result.ok) return refusedAs('invalid', result.refusal);
  const { text, split } = result;
  const { calendarId, uid, source } = object;
  const stood = (now: string | null) => (now === null ? null : { calendarId, text: now });
  const edited = { objectId: object.id, uid, before: stood(source), after: stood(text) };
  const rest = { objectId: splitId, uid: splitId, before: null, after: stood(split) };
  const replaced = [...(text === source ? [] : [edited]), ...(split === null ? [] : [rest])];
  const expected = { id: object.id, revision: input.revision ?? object.revision };
  return orRefused(
    inCalendar(context, actor, object.calendarId, expected, async (transaction, authorship) => {
      const objectId = object.id;
      if (text === null) await removeFitting(transaction, { ...authorship, objectId });
      else if (text !== object.source)
        await saveFitting(transaction, { ...authorship, objectId, source: text });
      if (split !== null) await saveFitting(transaction, { ...authorship, objectId: splitId, source: split });
      await keepEdit(transaction, actor, { editId: input.editId, at: authorship.now }, replaced);
    }).then(async () => {
      const event = await writtenEvent(context, object.id, split === null ? null : splitId);
      return event ? done(event) : refusedFor('not-found', 'event-empty');
    }),
  );
}

/** As it was answered, or would have been. */
async function answerOf(
  context: Context,
  id: string,
  earlier: readonly ReplacedText[],
): Promise<Outcome<WrittenEvent>> {
  const split = earlier.find(({ objectId, before }) => objectId !== id && before === null);
  const event = await writtenEvent(context, id, split?.objectId ?? null);
  return event ? done(event) : refusedFor('not-found', 'event-empty');
}
