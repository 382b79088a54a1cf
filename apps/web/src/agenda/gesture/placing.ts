import { Temporal } from 'temporal-polyfill';
import { firstDay, type Timed } from '../../time/day-groups.ts';
import { wallClock } from '../../time/zone.ts';
import type { Placing } from '../edit/event-edits.ts';
import { type WallSpan, wholeDays } from './wall-span.ts';

/** Where an event lies by the wall clock of a zone. */
export function spanOf(event: Timed, zone: string): WallSpan {
  if (event.endDate !== null) {
    const first = firstDay(event, zone);
    return wholeDays(first, first.until(event.endDate).days);
  }
  const [start, end] = [event.startsAt, event.endsAt].map((at) => wallClock(at, zone).toPlainDateTime());
  if (!start || !end) throw new Error('an event has two ends');
  // Over the end of summer time a wall clock may end before it begins.
  return { allDay: false, start, end: Temporal.PlainDateTime.compare(start, end) > 0 ? start : end };
}

/**
 * The instants that a span means in a zone. What is only moved lasts as long as before, also over a change of the clocks.
 * @param before of the event that is moved; left out for a new one.
 */
export function placingOf(span: WallSpan, zone: string, before?: Timed): Placing {
  if (span.allDay) {
    const [start, end] = [span.start, span.end].map((at) => at.toPlainDate().toString());
    return { allDay: true, start: start ?? '', end: end ?? '' };
  }
  const start = instantOf(span.start, zone);
  const kept = before && !before.allDay && sameLength(span, spanOf(before, zone));
  const end = kept
    ? new Date(start.getTime() + before.endsAt.getTime() - before.startsAt.getTime())
    : instantOf(span.end, zone);
  return { allDay: false, start, end };
}

const instantOf = (at: Temporal.PlainDateTime, zone: string) =>
  new Date(at.toZonedDateTime(zone).epochMilliseconds);

function sameLength(a: WallSpan, b: WallSpan): boolean {
  const length = ({ start, end }: WallSpan) => start.until(end).total({ unit: 'minutes', relativeTo: start });
  return length(a) === length(b);
}
