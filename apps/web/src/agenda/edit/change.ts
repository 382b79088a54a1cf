import type { EventFields, EventPatch } from '../../api/answers.ts';
import { isAway } from '../../api/api-error.ts';
import type { ApiClient } from '../../api/client.ts';
import { newKey } from '../../api/new-key.ts';
import type { Scope } from './pending.ts';

type AgendaClient = Pick<ApiClient, 'agenda'>;

/** What a person wants done to events, and the server can do. */
export type Change =
  | { readonly kind: 'add'; readonly id: string; readonly calendarId: string; readonly fields: EventFields }
  | ({
      readonly kind: 'edit';
      readonly patch: EventPatch;
      readonly toCalendar: MoveTo | null;
    } & Part)
  | ({ readonly kind: 'remove' } & Part)
  | { readonly kind: 'restore'; readonly id: string };

/** A part of an event, in the version that the person saw. */
export interface Part {
  readonly id: string;
  readonly recurrenceId: string | null;
  readonly scope: Scope;
  /** Undefined: whichever is there, since what was done just before has not been answered. */
  readonly revision: number | undefined;
}

export interface MoveTo {
  readonly calendarId: string;
  /** An occurrence that leaves its series becomes an event of its own: what it says then, and its id. */
  readonly alone: { readonly id: string; readonly fields: EventFields } | null;
}

/** @param editId by which all that it takes is taken back together. @returns the id of the event, where it is known */
export async function sendChange(
  client: AgendaClient,
  change: Change,
  editId: string,
): Promise<string | null> {
  switch (change.kind) {
    case 'add': {
      const { kind: _, ...event } = change;
      return (await client.agenda.add.mutate({ ...event, editId })).id;
    }
    case 'restore':
      return (await client.agenda.restore.mutate({ id: change.id, editId })).id;
    case 'remove':
      await client.agenda.remove.mutate({
        id: change.id,
        scope: scopeOf(change),
        revision: change.revision,
        editId,
      });
      return null;
    case 'edit':
      return asOne(client, editId, () => sendEdit(client, change, editId));
  }
}

/** Of what takes two requests nothing is left when the second fails. */
async function asOne<Result>(
  client: AgendaClient,
  editId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    // What was not answered is sent again, under the same id.
    if (isAway(error)) throw error;
    await client.agenda.undo.mutate({ editId, as: newKey() }).catch(() => undefined);
    throw error;
  }
}

async function sendEdit(
  client: AgendaClient,
  change: Extract<Change, { kind: 'edit' }>,
  editId: string,
): Promise<string> {
  const { id, revision, patch, toCalendar } = change;
  if (toCalendar?.alone) {
    const { alone, calendarId } = toCalendar;
    const added = await client.agenda.add.mutate({ ...alone, calendarId, editId });
    await client.agenda.remove.mutate({ id, scope: scopeOf(change), revision, editId });
    return added.id;
  }
  const says = Object.keys(patch).length > 0;
  const edited = says
    ? await client.agenda.edit.mutate({ id, patch, scope: scopeOf(change), revision, editId })
    : { id, revision, splitId: null };
  if (!toCalendar) return edited.splitId ?? edited.id;
  const moving = edited.splitId === null ? { id, revision: edited.revision } : { id: edited.splitId };
  return (await client.agenda.move.mutate({ ...moving, toCalendarId: toCalendar.calendarId, editId })).id;
}

function scopeOf({ scope, recurrenceId }: Part) {
  return scope === 'all' || recurrenceId === null
    ? ({ scope: 'all' } as const)
    : ({ scope, recurrenceId } as const);
}
