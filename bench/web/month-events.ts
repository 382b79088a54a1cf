import { eventFile } from '@atelier/testkit/event-builder';

/** One appointment of the month that is measured. */
export interface MonthEvent {
  readonly uid: string;
  readonly summary: string;
  /** Which calendar, from 0. */
  readonly calendar: number;
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

const ZONE = 'Europe/Zurich';
const WORKS = [
  'Koi, forearm',
  'Touch-up Léa',
  'Consultation',
  'Sleeve, third session',
  'Flash day',
  'Lettering',
];
const DAY_BEGINS = 9;
const QUARTERS = 40;

/** A studio's busy month: the same events for everyone who is measured. */
export function monthEvents(month: string, count: number, calendars: number): readonly MonthEvent[] {
  const first = Temporal.PlainDate.from(`${month}-01`);
  return Array.from({ length: count }, (_, n) => {
    const day = first.add({ days: (n * 7) % first.daysInMonth });
    const quarter = (n * 13) % QUARTERS;
    const clock = { hour: DAY_BEGINS + Math.floor(quarter / 4), minute: (quarter % 4) * 15 };
    const start = day.toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(clock) });
    return {
      uid: `month-${n}`,
      summary: `${WORKS[n % WORKS.length]} ${n}`,
      calendar: n % calendars,
      start,
      end: start.add({ minutes: 30 + (n % 8) * 15 }),
    };
  });
}

export function fileOf({ uid, summary, start, end }: MonthEvent): string {
  return eventFile({ uid, summary, start, end });
}

/** As FullCalendar takes it. */
export function plainEvent({ uid, summary, start, end }: MonthEvent) {
  const at = (time: Temporal.ZonedDateTime) => time.toInstant().toString();
  return { id: uid, title: summary, start: at(start), end: at(end) };
}
