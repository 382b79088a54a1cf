import type { EpochMs } from '@atelier/calendar/occurrence';
import { plainText } from '@atelier/calendar/text/plain-text';
import type { Booking } from '../state/booking-state.ts';
import { REQUEST_PREFIX } from './request-mark.ts';

/** What the artist is told of a booking. All texts come from outside. */
export interface BookingDetails extends Omit<Booking, 'turn'> {
  readonly service: string;
  readonly client: { readonly name: string; readonly email: string | null; readonly phone: string | null };
  readonly note: string | null;
  /** Where the artist looks at the booking in Atelier. */
  readonly url: string | null;
}

/** The event of a booking in the artist's calendar. `end` is exclusive, without buffers. */
export interface CalendarEntry {
  readonly title: string;
  readonly description: string;
  readonly start: EpochMs;
  readonly end: EpochMs;
}

const MAX_NAME = 80;
const MAX_NOTE = 4_000;
const HOW_TO_ANSWER =
  'To confirm, remove “REQUEST:” from the title. To propose another time, move the event. To decline, delete it.';

/** What the artist's calendar is to say of a booking: `REQUEST: ` before the title until it is confirmed (B3). */
export function calendarEntry(details: BookingDetails): CalendarEntry {
  const { state, start, end } = details;
  const title = `${nameOf(details.client.name)} – ${oneLine(details.service)}`;
  return {
    title: state === 'REQUESTED' ? `${REQUEST_PREFIX}${title}` : title,
    description: descriptionOf(details),
    start,
    end,
  };
}

/** A client cannot make a confirmed booking look like a request by their name. */
function nameOf(name: string): string {
  return oneLine(name).replace(/^(?:request\s*[:：]\s*)+/iu, '') || 'Client';
}

function oneLine(text: string): string {
  return plainText(text.replace(/\s+/gu, ' '), MAX_NAME).trim();
}

function descriptionOf({ state, service, client, note, url }: BookingDetails): string {
  const words = note === null ? '' : plainText(note, MAX_NOTE).trim();
  const lines = [
    oneLine(service),
    nameOf(client.name),
    oneLine(client.email ?? ''),
    oneLine(client.phone ?? ''),
    words === '' ? '' : `\n${words}`,
    state === 'REQUESTED' ? `\n${HOW_TO_ANSWER}` : '',
    url === null ? '' : `\n${url}`,
  ];
  return lines.filter((line) => line !== '').join('\n');
}
