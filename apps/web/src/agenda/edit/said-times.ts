import { Temporal } from 'temporal-polyfill';
import type { EventTime, SaidTimes } from '../../api/answers.ts';
import type { Timed } from '../../time/day-groups.ts';
import { wallClock } from '../../time/zone.ts';
import type { Placing } from './event-edits.ts';

/** The zones by which instants become times of day. IANA names. */
export interface Zones {
  /** In which times are shown. */
  readonly shown: string;
  /** Of the calendar, whose clock floating times follow. */
  readonly calendar: string;
}

/** A placing as the event says its times: on its own clock, whichever it is shown on. */
export function saidAs(to: Placing, like: EventTime, { shown, calendar }: Zones): SaidTimes {
  if (to.allDay) return { start: { date: to.start }, end: { date: to.end } };
  const zone = 'local' in like ? like.zone : shown;
  const said = (at: Date): EventTime => ({ local: localOf(at, zone ?? calendar), zone });
  return { start: said(to.start), end: said(to.end) };
}

/** Where an event lies now. */
export function placeOf(event: Timed): Placing {
  const { startsAt, endsAt, startDate, endDate } = event;
  if (startDate !== null && endDate !== null) return { allDay: true, start: startDate, end: endDate };
  return { allDay: false, start: startsAt, end: endsAt };
}

/**
 * The times of the first instance that come to the same as these of another one: an edit of a whole series is said of its
 * first. The series goes as many days to and fro as the instance does, and begins at its time of day.
 */
export function ofFirst(wanted: SaidTimes, now: SaidTimes, first: SaidTimes): SaidTimes {
  const days = dateOf(now.start).until(dateOf(wanted.start)).days;
  const date = dateOf(first.start).add({ days });
  const length = wallOf(wanted.start).until(wallOf(wanted.end), { largestUnit: 'day' });
  const { start } = wanted;
  if ('date' in start) {
    return { start: { date: date.toString() }, end: { date: date.add({ days: length.days }).toString() } };
  }
  const begin = date.toPlainDateTime(wallOf(start).toPlainTime());
  const zone = 'local' in wanted.end ? wanted.end.zone : start.zone;
  return {
    start: { local: textOf(begin), zone: start.zone },
    end: { local: textOf(begin.add(length)), zone },
  };
}

export function sameTimes(one: SaidTimes, other: SaidTimes): boolean {
  return sameTime(one.start, other.start) && sameTime(one.end, other.end);
}

function sameTime(one: EventTime, other: EventTime): boolean {
  if ('date' in one || 'date' in other) return 'date' in one && 'date' in other && one.date === other.date;
  return one.local === other.local && one.zone === other.zone;
}

export function dateOf(time: EventTime): Temporal.PlainDate {
  return wallOf(time).toPlainDate();
}

/** What the clock of the event shows; of a day its first moment. */
export function wallOf(time: EventTime): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.from('date' in time ? time.date : time.local);
}

function localOf(at: Date, zone: string): string {
  return textOf(wallClock(at, zone).toPlainDateTime());
}

/** `2026-03-02T10:00:00` */
export function textOf(wall: Temporal.PlainDateTime): string {
  return wall.toString({ smallestUnit: 'second' });
}
