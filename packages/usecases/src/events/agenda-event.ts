import type { AgendaRow } from '@atelier/database/object/agenda-query';
import type { Actor } from '../actor.ts';
import { type EventPlace, eventAccess } from '../event-privacy.ts';

/** One occurrence as the agenda shows it. */
export interface AgendaEvent {
  /** Unique within an answer and stable between answers. */
  readonly id: string;
  readonly calendarId: string;
  readonly objectId: string;
  readonly recurrenceId: string | null;
  /** Null when the event is private to somebody else, or only its time is shared: show it as busy. */
  readonly title: string | null;
  readonly location: string | null;
  readonly attendees: readonly string[];
  readonly startsAt: Date;
  /** Exclusive. */
  readonly endsAt: Date;
  readonly allDay: boolean;
  /** All-day only: `YYYY-MM-DD`, last day exclusive. A date has no zone and never shifts. */
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly busy: boolean;
  readonly recurring: boolean;
  readonly status: 'tentative' | 'confirmed' | 'cancelled' | null;
  readonly flags: readonly string[];
  /** Id of the first of those that are the same event in several calendars; left out where there is only one. */
  readonly twinOf?: string;
}

/** Of an occurrence that is private to somebody else, or where only busy times are shared, only when it is. */
export function agendaEvent(
  { event, uid: _, ...row }: AgendaRow,
  actor: Actor,
  calendar: EventPlace,
): AgendaEvent {
  const hidden = eventAccess(actor, calendar, { private: event.classification !== 'public' }) === 'refused';
  return {
    ...row,
    id: row.recurrenceId === null ? row.objectId : `${row.objectId}_${row.recurrenceId}`,
    title: hidden ? null : event.summary,
    location: hidden ? null : event.location,
    attendees: hidden ? [] : event.attendees,
    flags: hidden ? [] : row.flags,
    status: event.status,
  };
}
