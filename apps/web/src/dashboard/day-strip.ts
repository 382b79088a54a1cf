import type { Temporal } from 'temporal-polyfill';
import type { AgendaEvent } from '../api/answers.ts';
import { firstDay, lastDay } from '../time/day-groups.ts';
import { instantAt } from '../time/zone.ts';

export const STRIP_FROM = 8;
export const STRIP_TO = 20;

export interface BusySpan {
  readonly start: Date;
  readonly end: Date;
  /** Where it lies on the strip, each from 0 to 1. */
  readonly left: number;
  readonly width: number;
}

export interface DayStrip {
  readonly busy: readonly BusySpan[];
  readonly allDay: boolean;
}

type Busying = Pick<
  AgendaEvent,
  'startsAt' | 'endsAt' | 'allDay' | 'startDate' | 'endDate' | 'busy' | 'status'
>;

/** What of one day is taken: overlapping events joined, clipped to the strip's hours of the zone's wall clock. */
export function dayStrip(events: readonly Busying[], day: Temporal.PlainDate, zone: string): DayStrip {
  const blocking = events.filter((event) => event.busy && event.status !== 'cancelled');
  const [from, to] = [instantAt(day, STRIP_FROM, zone), instantAt(day, STRIP_TO, zone)];
  const length = to.getTime() - from.getTime();
  const timed = blocking.filter((event) => !event.allDay && event.startsAt < to && event.endsAt > from);
  return {
    allDay: blocking.some((event) => event.allDay && covers(event, day, zone)),
    busy: joined(timed).map(({ start, end }) => {
      const left = Math.max(0, (start.getTime() - from.getTime()) / length);
      const right = Math.min(1, (end.getTime() - from.getTime()) / length);
      return { start, end, left, width: right - left };
    }),
  };
}

function covers(event: Busying, day: Temporal.PlainDate, zone: string): boolean {
  const date = day.toString();
  return firstDay(event, zone).toString() <= date && date <= lastDay(event, zone).toString();
}

function joined(events: readonly Busying[]): readonly { readonly start: Date; readonly end: Date }[] {
  const spans: { start: Date; end: Date }[] = [];
  for (const { startsAt, endsAt } of events.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    const last = spans.at(-1);
    if (last && startsAt <= last.end) last.end = endsAt > last.end ? endsAt : last.end;
    else spans.push({ start: startsAt, end: endsAt });
  }
  return spans;
}
