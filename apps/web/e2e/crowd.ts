import { studioApi } from './booking-studio.ts';
import { type Studio, studioDate } from './studio.ts';

const CALENDARS = 20;
export const EACH = 50;
/** Behind the bookings of the demo, and within what is kept ready. */
const FIRST = Temporal.PlainDate.from(studioDate(100)).with({ day: 1 });
/** A Monday of whole weeks. */
const MONDAY = FIRST.add({ days: 7 - FIRST.dayOfWeek + 1 });
export const day = (days: number) => MONDAY.add({ days }).toString();
export const spoken = (days: number) =>
  MONDAY.add({ days }).toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const two = (n: number) => String(n).padStart(2, '0');
export const calendarName = (n: number) => `Crowd ${two(n)}`;

/** Spread over four weeks and ten hours, so that many overlap. */
function eventsOf(calendar: number): string {
  const events = Array.from({ length: EACH }, (_, n) => {
    const date = MONDAY.add({ days: (n * 3 + calendar) % 28 })
      .toString()
      .replaceAll('-', '');
    const hour = two(8 + ((n + calendar) % 10));
    return [
      'BEGIN:VEVENT',
      `UID:crowd-${calendar}-${n}`,
      'DTSTAMP:20260101T000000Z',
      `DTSTART;TZID=Europe/Zurich:${date}T${hour}0000`,
      `DTEND;TZID=Europe/Zurich:${date}T${hour}4500`,
      `SUMMARY:Motif ${two(calendar)}-${two(n)}`,
      'END:VEVENT',
    ];
  });
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Elsewhere//EN',
    ...events.flat(),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

/** A studio with twenty calendars of fifty events each. */
export async function fill(studio: Studio): Promise<void> {
  const api = await studioApi(studio);
  const add = async (n: number) => {
    const made = { name: calendarName(n), zone: 'Europe/Zurich', owner: studio.email };
    const { id } = await api.calendars.addOwn.mutate(made);
    await api.agenda.import.mutate({ calendarId: id, text: eventsOf(n) });
  };
  const numbers = Array.from({ length: CALENDARS }, (_, n) => n + 1);
  for (let at = 0; at < CALENDARS; at += 5) await Promise.all(numbers.slice(at, at + 5).map(add));
}
