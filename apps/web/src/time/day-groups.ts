import { Temporal } from 'temporal-polyfill';
import type { AgendaEvent } from '../api/answers.ts';
import { dateIn } from './zone.ts';

/** The part of an event that places it in time. */
export type Timed = Pick<AgendaEvent, 'startsAt' | 'endsAt' | 'allDay' | 'startDate' | 'endDate'>;

export interface DayGroup<Event> {
  /** ISO date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly events: readonly Event[];
}

/** First day of an event. All-day events carry dates, which belong to no zone and are taken as they are. */
export function firstDay(event: Timed, zone: string): Temporal.PlainDate {
  return event.startDate === null ? dateIn(event.startsAt, zone) : Temporal.PlainDate.from(event.startDate);
}

/** Last day of an event, inclusive. What ends at midnight does not reach into the day that begins there. */
export function lastDay(event: Timed, zone: string): Temporal.PlainDate {
  if (event.endDate !== null) return Temporal.PlainDate.from(event.endDate).subtract({ days: 1 });
  const last = Math.max(event.startsAt.getTime(), event.endsAt.getTime() - 1);
  return dateIn(new Date(last), zone);
}

/** Each event once, under the day it begins; what has begun before today is today's. All-day events come first. */
export function groupByDay<Event extends Timed>(
  events: readonly Event[],
  zone: string,
  today: Temporal.PlainDate,
): readonly DayGroup<Event>[] {
  const days = new Map<string, Event[]>();
  for (const event of events) {
    const first = firstDay(event, zone);
    const date = (Temporal.PlainDate.compare(first, today) < 0 ? today : first).toString();
    days.set(date, [...(days.get(date) ?? []), event]);
  }
  return [...days]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([date, listed]) => ({ date, events: listed.sort(byTime) }));
}

function byTime(a: Timed, b: Timed): number {
  if (a.allDay !== b.allDay) return a.allDay ? -1 : 1;
  return a.startsAt.getTime() - b.startsAt.getTime();
}

export function isRunning(event: Timed, now: Date): boolean {
  return !event.allDay && event.startsAt <= now && now < event.endsAt;
}

export function isOver(event: Timed, now: Date, today: Temporal.PlainDate, zone: string): boolean {
  if (event.allDay) return Temporal.PlainDate.compare(lastDay(event, zone), today) < 0;
  return event.endsAt <= now && event.startsAt < now;
}
