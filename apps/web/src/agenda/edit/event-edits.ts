import { createContext, use } from 'react';
import type { AgendaEvent, EventFields } from '../../api/answers.ts';
import type { Problem } from '../../api/problem.ts';

/** When something is to take place, and where when that changes too. */
export type Placing = { readonly calendarId?: string | undefined } & (
  | { readonly allDay: false; readonly start: Date; readonly end: Date }
  /** `YYYY-MM-DD`, the last day exclusive. */
  | { readonly allDay: true; readonly start: string; readonly end: string }
);

/** A new event, as far as it is known already. */
export type NewEvent = Placing & {
  readonly title?: string;
  readonly rrule?: string | null;
  readonly location?: string | null;
  /** Minutes before the start. */
  readonly alarms?: readonly number[];
  readonly busy?: boolean;
};

export interface ShiftOptions {
  /** The event stays, and another like it stands at the new place. */
  readonly copy?: boolean;
  /** Nothing was changed: the server said no, or the person did when asked for the scope (then without a reason). */
  readonly onRefused?: (problem: Problem | null) => void;
}

/** Everything that changes events. What is changed shows at once, and whatever becomes of it is said by a toast. */
export interface EventEdits {
  /** The panel for a new event, its title focused. */
  readonly openDraft: (draft: NewEvent) => void;
  /** Makes an event without a panel. @param at where it shows until the server has it */
  readonly add: (
    at: Placing & { readonly calendarId: string },
    fields: EventFields,
    onRefused: (problem: Problem | null) => void,
  ) => void;
  /** What a drop, a resize or a key asks for. Of a series it asks first which part is meant. */
  readonly shift: (event: AgendaEvent, to: Placing, options?: ShiftOptions) => void;
  readonly remove: (event: AgendaEvent) => void;
  /** What was deleted, by the id under which it is kept. */
  readonly restore: (deleted: { readonly id: string; readonly title: string }) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Events as they are when everything that is on its way has arrived, the draft among them. */
  readonly shown: (events: readonly AgendaEvent[]) => readonly AgendaEvent[];
  /** Why nothing of this event can be changed; null when it can, as far as that is known without asking. */
  readonly lockedBy: (event: AgendaEvent) => string | null;
}

export const EventEditsContext = createContext<EventEdits | null>(null);

export function useEventEdits(): EventEdits {
  const edits = use(EventEditsContext);
  if (!edits) throw new Error('no event edits above this component');
  return edits;
}
