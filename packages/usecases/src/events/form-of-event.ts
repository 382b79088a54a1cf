import { type EventForm, eventForm } from '@atelier/calendar/edit/event-form';
import { type SeriesReach, seriesReach } from '@atelier/calendar/edit/series-reach';
import { isRewriteOf } from '@atelier/calendar/merge/parts/same-content';
import type { ObjectDetail } from '@atelier/database/object/agenda-query';
import { lastWriter } from '@atelier/database/undo/replaced-texts';
import type { Actor } from '../actor.ts';
import type { CalendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { type Outcome, type Refusal, refusedAs } from '../outcome.ts';
import { editableObject } from './write/editable-object.ts';

/** What somebody who means to change an event begins with. */
export interface ChangeableEvent {
  /** Grows with every change; an edit says which one it was made from. */
  readonly revision: number;
  /** Why nothing of it can be changed by this person. */
  readonly locked: Refusal | null;
  /** Null where it is locked. */
  readonly form: EventForm | null;
  /** How much of a series an edit would reach; null for a single event. */
  readonly reach: SeriesReach | null;
  /** Who has written it last, when that was from here and the provider has not changed it since. */
  readonly writtenBy: string | null;
}

/** @param recurrenceId the occurrence that is open; null for a single event */
export async function changeableEvent(
  context: Pick<Context, 'database'>,
  actor: Actor,
  object: ObjectDetail,
  { timeZone }: Pick<CalendarOverview, 'timeZone'>,
  recurrenceId: string | null,
): Promise<ChangeableEvent> {
  const { revision, source } = object;
  const editable = await editableObject(context, actor, object.id);
  if (!editable.ok) return { revision, locked: reasonOf(editable), form: null, reach: null, writtenBy: null };
  const read = eventForm(source, recurrenceId, timeZone);
  const writer = await lastWriter(context.database, object.id);
  return {
    revision,
    locked: read.ok ? null : reasonOf(refusedAs('conflict', read.refusal)),
    form: read.ok ? read.form : null,
    reach: recurrenceId === null ? null : seriesReach(source, recurrenceId, timeZone),
    writtenBy: writer && isRewriteOf(source, writer.text) ? writer.name : null,
  };
}

function reasonOf(outcome: Outcome<unknown>): Refusal | null {
  return outcome.ok ? null : outcome.refusal;
}
