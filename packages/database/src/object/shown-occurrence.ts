import type { EventComponent, Flag } from '@atelier/calendar/occurrence';
import { known } from '../statement.ts';

/** An occurrence `o` with its object `x`, as the agenda shows it. */
export const OCCURRENCE = `o.calendar_id AS "calendarId", o.object_id AS "objectId", o.recurrence_id AS "recurrenceId",
    o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.all_day AS "allDay", o.start_date AS "startDate",
    o.end_date AS "endDate", o.busy, x.components -> o.component AS event, x.uid, x.recurring, x.flags`;
export const occurrence = {
  calendarId: 'uuid',
  objectId: 'uuid',
  recurrenceId: 'text?',
  startsAt: 'timestamptz',
  endsAt: 'timestamptz',
  allDay: 'bool',
  startDate: 'date?',
  endDate: 'date?',
  busy: 'bool',
  event: known<EventComponent>('jsonb'),
  uid: 'text',
  recurring: 'bool',
  flags: known<readonly Flag[]>('text[]'),
} as const;
