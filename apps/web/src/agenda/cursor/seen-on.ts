import type { Temporal } from 'temporal-polyfill';
import type { AgendaEvent } from '../../api/answers.ts';
import { spanOf } from '../gesture/placing.ts';
import type { Seen } from './stops.ts';

/** Finds the events that touch a day, out of many, without working out the wall clock of them all. */
export function seenOn(
  events: readonly AgendaEvent[],
  zone: string,
): (day: Temporal.PlainDate) => readonly Seen[] {
  return (day) => {
    const [from, to] = [day, day.add({ days: 1 })].map(
      (each) => each.toZonedDateTime(zone).epochMilliseconds,
    );
    const date = day.toString();
    return events
      .filter(({ startDate, endDate, startsAt, endsAt }) => {
        if (startDate !== null && endDate !== null) return startDate <= date && date < endDate;
        const [start, end] = [startsAt.getTime(), endsAt.getTime()];
        return start < (to ?? 0) && (end > (from ?? 0) || start >= (from ?? 0));
      })
      .map((event) => ({ id: event.id, span: spanOf(event, zone) }));
  };
}
