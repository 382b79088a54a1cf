import type { AgendaEvent, StudioBooking } from '../../api/answers.ts';
import type { Column } from './columns.ts';

const PREFIX = 'request-';

/** Which booking an event of the agenda stands for; null for other events. */
export const requestOf = (eventId: string): string | null =>
  eventId.startsWith(PREFIX) ? eventId.slice(PREFIX.length) : null;

/** A request as an event that is not settled yet; null where the artist has no calendar to show it in. */
export function requestEvent(booking: StudioBooking, columns: readonly Column[]): AgendaEvent | null {
  const calendarId = columns.find(({ slug }) => slug === booking.artist)?.calendarId;
  if (!calendarId) return null;
  return {
    id: PREFIX + booking.id,
    calendarId,
    objectId: booking.id,
    recurrenceId: null,
    title: `${booking.client.name} · ${booking.service}`,
    location: booking.chair,
    startsAt: booking.start,
    endsAt: booking.end,
    allDay: false,
    startDate: null,
    endDate: null,
    busy: true,
    recurring: false,
    status: 'tentative',
    flags: [],
    attendees: [],
  };
}

/** Requests in place of the events that were written into the calendars for them. */
export function withRequests(
  events: readonly AgendaEvent[],
  requests: readonly AgendaEvent[],
): readonly AgendaEvent[] {
  const key = ({ calendarId, startsAt, endsAt }: AgendaEvent) => `${calendarId} ${+startsAt} ${+endsAt}`;
  const taken = new Set(requests.map(key));
  return [...events.filter((event) => !taken.has(key(event))), ...requests];
}
