import { firstDay, lastDay, type Timed } from './day-groups.ts';
import type { Formats } from './formats.ts';
import { dateIn } from './zone.ts';

/** The whole span of an event in words, without its zone (an IANA name). */
export function eventWhen(
  { longDate, time }: Pick<Formats, 'longDate' | 'time'>,
  event: Timed,
  zone: string,
): string {
  const [first, last] = [firstDay(event, zone), lastDay(event, zone)];
  if (event.allDay) return first.equals(last) ? longDate(first) : `${longDate(first)} – ${longDate(last)}`;
  const [start, end] = [time(event.startsAt, zone), time(event.endsAt, zone)];
  if (event.startsAt.getTime() === event.endsAt.getTime()) return `${longDate(first)}, ${start}`;
  const until = dateIn(event.endsAt, zone);
  return first.equals(until)
    ? `${longDate(first)}, ${start} – ${end}`
    : `${longDate(first)}, ${start} – ${longDate(until)}, ${end}`;
}
