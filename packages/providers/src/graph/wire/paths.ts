import { EXPAND_KEPT } from '../event/kept-text.ts';

/** Of a calendar, `/me/calendars/{id}/events/`; of an event, the same with its id behind it. */
export function calendarHref(id: string): string {
  return `/me/calendars/${encodeURIComponent(id)}/events/`;
}

export function eventHref(calendar: string, id: string): string {
  return calendar + encodeURIComponent(id);
}

export function idIn(calendar: string, href: string): string {
  return decodeURIComponent(href.slice(calendar.length));
}

/** The calendar itself: `/me/calendars/{id}`. */
export function calendarPath(calendar: string): string {
  return calendar.replace(/\/events\/$/, '');
}

/** The list of its events: the same without the slash. */
export function listPath(calendar: string): string {
  return calendar.slice(0, -1);
}

const FIELDS = [
  'id',
  'changeKey',
  'iCalUId',
  'type',
  'seriesMasterId',
  'originalStart',
  'originalStartTimeZone',
  'start',
  'end',
  'isAllDay',
  'subject',
  'body',
  'location',
  'attendees',
  'organizer',
  'isOrganizer',
  'responseStatus',
  'showAs',
  'sensitivity',
  'importance',
  'categories',
  'isCancelled',
  'isReminderOn',
  'reminderMinutesBeforeStart',
  'recurrence',
  'isOnlineMeeting',
  'onlineMeeting',
  'onlineMeetingUrl',
  'createdDateTime',
  'lastModifiedDateTime',
];

/** All that is read of an event, with what we keep beside it. */
export const WHOLE = query({ $select: FIELDS.join(), $expand: EXPAND_KEPT });

/** Of a master: its changed and its cancelled instances as well. */
export const WHOLE_SERIES = query({
  $select: [...FIELDS, 'cancelledOccurrences'].join(),
  $expand: `exceptionOccurrences,${EXPAND_KEPT}`,
});

export function query(parts: Readonly<Record<string, string | number>>): string {
  const said = Object.entries(parts).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `?${said.join('&')}`;
}
