import type { QuickEvent } from '@atelier/quick-add/sentence';
import { Temporal } from 'temporal-polyfill';
import type { EventFields } from '../../api/answers.ts';
import type { Timed } from '../../time/day-groups.ts';
import type { Placing } from '../edit/event-edits.ts';

/** Where a sentence puts an event. @param zone of its times, an IANA name */
export function placingOf({ start, end, allDay }: QuickEvent, zone: string): Placing {
  if (allDay) return { allDay, start, end };
  return { allDay: false, start: instant(start, zone), end: instant(end, zone) };
}

function instant(local: string, zone: string): Date {
  return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds);
}

/** For words about its times: of whole days, instants do not count. */
export function timedOf(event: QuickEvent, zone: string): Timed {
  const at = placingOf(event, zone);
  if (!at.allDay)
    return { allDay: false, startDate: null, endDate: null, startsAt: at.start, endsAt: at.end };
  const [startsAt, endsAt] = [at.start, at.end].map((date) => instant(`${date}T00:00`, zone));
  return {
    allDay: true,
    startDate: at.start,
    endDate: at.end,
    startsAt: startsAt ?? new Date(0),
    endsAt: endsAt ?? new Date(0),
  };
}

/** What is sent: the clock times that were said, and the zone that they were said in. */
export function fieldsOf(event: QuickEvent, zone: string): EventFields {
  const { title, start, end, allDay, rrule, location, alarms, busy } = event;
  const time = (text: string) => (allDay ? { date: text } : { local: `${text}:00`, zone });
  return {
    summary: title,
    start: time(start),
    end: time(end),
    rrule,
    location,
    description: null,
    url: null,
    status: null,
    // A day off, a fair, a birthday: what is noted of a whole day seldom takes its hours.
    transparent: !busy || allDay,
    classification: 'public',
    alarms: [...alarms],
  };
}
