import type { GraphEvent } from '../event/graph-event.ts';
import type { ChangedFields } from './changed-fields.ts';

/** What a person sets for themselves; a change of anything else goes out to the guests of a meeting. */
const OWN: ReadonlySet<string> = new Set([
  'showAs',
  'categories',
  'isReminderOn',
  'reminderMinutesBeforeStart',
]);

/** Whether Microsoft would write to anybody: nobody else's meeting does, nor one without guests (P6). */
export function tellsGuests(event: GraphEvent, changed: ChangedFields | 'removal'): boolean {
  const guests = (event.attendees ?? []).length > 0 && event.isOrganizer !== false;
  return guests && (changed === 'removal' || !isOwn(changed));
}

export function isOwn(changed: ChangedFields): boolean {
  return Object.keys(changed).every((name) => OWN.has(name));
}
