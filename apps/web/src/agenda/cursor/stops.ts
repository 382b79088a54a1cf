import { Temporal } from 'temporal-polyfill';
import type { Place, WallSpan } from '../gesture/wall-span.ts';

/** How a view lays out its days: by the hour, one cell a day, or events alone. */
export type Layout = 'hours' | 'cells' | 'events';

/** An event as the cursor meets it. */
export interface Seen {
  readonly id: string;
  readonly span: WallSpan;
}

/** Where the cursor stands: in an empty part of a day, or on an event that begins there. */
export interface Stop {
  readonly day: Temporal.PlainDate;
  /** The minute of the day at which a slot begins; null for the day as a whole. */
  readonly minute: number | null;
  readonly event: string | null;
}

export const SLOT = 30;
const DAY_MINUTES = 1_440;

/** All that is in sight, for the cursor. */
export interface Sight {
  readonly layout: Layout;
  /** The events that touch a day. */
  readonly on: (day: Temporal.PlainDate) => readonly Seen[];
  /** ISO 8601: Monday is 1, Sunday 7. */
  readonly firstWeekday: number;
  /** Both inclusive. */
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  /** There is nothing beyond what is in sight. */
  readonly bounded?: boolean;
}

/** Every stop of a day from above: the day as a whole, then by the hour where hours are shown, events where they begin. */
export function stopsOf(day: Temporal.PlainDate, { layout, on }: Sight): readonly Stop[] {
  const here = on(day).toSorted(byStart);
  const stop = (minute: number | null, event: string | null): Stop => ({ day, minute, event });
  if (layout === 'events')
    return here.filter(({ span }) => beginsOn(span, day)).map(({ id }) => stop(null, id));
  if (layout === 'cells') return [stop(null, null), ...here.map(({ id }) => stop(null, id))];
  const slots = Array.from({ length: DAY_MINUTES / SLOT }, (_, index) => index * SLOT);
  return [
    stop(null, null),
    ...here.filter(({ span }) => span.allDay).map(({ id }) => stop(null, id)),
    ...slots.flatMap((minute) => [
      stop(minute, null),
      ...here
        .filter(({ span }) => !span.allDay && slotOn(span, day) === minute)
        .map(({ id }) => stop(minute, id)),
    ]),
  ];
}

/** Where a key leads from a stop; it may be a day that is not in sight. */
export function walk(stop: Stop, key: string, sight: Sight): Stop {
  const next = step(stop, key, sight);
  const { bounded, first, last } = sight;
  const beyond = first.until(next.day).sign < 0 || next.day.until(last).sign < 0;
  return bounded && beyond ? stop : next;
}

function step(stop: Stop, key: string, sight: Sight): Stop {
  switch (key) {
    case 'ArrowDown':
      return along(stop, 1, sight);
    case 'ArrowUp':
      return along(stop, -1, sight);
    case 'ArrowRight':
      return across(stop, 1, sight);
    case 'ArrowLeft':
      return across(stop, -1, sight);
    case 'PageDown':
      return onDay(stop, 7, sight);
    case 'PageUp':
      return onDay(stop, -7, sight);
    case 'Home':
    case 'End':
      return toEdge(stop, key, sight);
    default:
      return stop;
  }
}

/** The stop as it is among what is in sight now: an event that went leaves its place. */
export function settled(stop: Stop, sight: Sight): Stop {
  const stops = stopsOf(stop.day, sight);
  const event = stops.find((each) => each.event !== null && each.event === stop.event);
  if (event) return event;
  const slot = stop.minute === null ? null : Math.floor(stop.minute / SLOT) * SLOT;
  const minute = sight.layout === 'hours' ? slot : null;
  return (
    stops.find((each) => each.minute === minute && each.event === null) ?? { ...stop, minute, event: null }
  );
}

export function placeOf({ day, minute }: Stop, layout: Layout): Place {
  if (minute !== null) return { kind: 'time', at: day.toPlainDateTime().add({ minutes: minute }) };
  return { kind: layout === 'hours' ? 'allDay' : 'day', day };
}

/** Events that lie in a stop, or on its day where that is one cell. */
export function eventsAt({ day, minute }: Stop, { on }: Pick<Sight, 'on'>): readonly Seen[] {
  const here = on(day).toSorted(byStart);
  if (minute === null) return here;
  const from = day.toPlainDateTime().add({ minutes: minute });
  const to = from.add({ minutes: SLOT });
  const compare = Temporal.PlainDateTime.compare;
  return here.filter(
    ({ span }) => !span.allDay && compare(span.start, to) < 0 && compare(span.end, from) > 0,
  );
}

function along(stop: Stop, direction: 1 | -1, sight: Sight): Stop {
  const stops = stopsOf(stop.day, sight);
  const at = stops.findIndex((each) => each.event === stop.event && each.minute === stop.minute);
  const next = stops[at + direction];
  if (next) return next;
  if (sight.layout === 'hours') return stop;
  const days = direction * (sight.layout === 'cells' ? 7 : 1);
  if (sight.layout === 'events') return nearestEvent(stop, direction, sight);
  const beyond = stopsOf(stop.day.add({ days }), sight);
  return beyond.at(direction === 1 ? 0 : -1) ?? stop;
}

function across(stop: Stop, direction: 1 | -1, sight: Sight): Stop {
  return sight.layout === 'events' ? nearestEvent(stop, direction, sight) : onDay(stop, direction, sight);
}

/** On another day that has one, first in sight and then where it would be. */
function nearestEvent(stop: Stop, direction: 1 | -1, sight: Sight): Stop {
  const { first, last } = sight;
  const compare = Temporal.PlainDate.compare;
  let day = stop.day.add({ days: direction });
  while (compare(first, day) <= 0 && compare(day, last) <= 0) {
    const found = stopsOf(day, sight).at(direction === 1 ? 0 : -1);
    if (found) return found;
    day = day.add({ days: direction });
  }
  return stop;
}

function onDay(stop: Stop, days: number, sight: Sight): Stop {
  return settled({ ...stop, day: stop.day.add({ days }), event: null }, sight);
}

function toEdge(stop: Stop, key: 'Home' | 'End', sight: Sight): Stop {
  if (sight.layout === 'hours')
    return { ...stop, event: null, minute: key === 'Home' ? 0 : DAY_MINUTES - SLOT };
  if (sight.layout === 'events') {
    const [from, direction] = key === 'Home' ? ([sight.first, 1] as const) : ([sight.last, -1] as const);
    return nearestEvent({ ...stop, day: from.subtract({ days: direction }) }, direction, sight);
  }
  const into = (stop.day.dayOfWeek - sight.firstWeekday + 7) % 7;
  return onDay(stop, key === 'Home' ? -into : 6 - into, sight);
}

const beginsOn = (span: WallSpan, day: Temporal.PlainDate) => span.start.toPlainDate().equals(day);

/** The slot in which an event begins on that day; one that began before is at its first. */
function slotOn({ start }: WallSpan, day: Temporal.PlainDate): number {
  if (!start.toPlainDate().equals(day)) return 0;
  return Math.floor((start.hour * 60 + start.minute) / SLOT) * SLOT;
}

function byStart(a: Seen, b: Seen): number {
  if (a.span.allDay !== b.span.allDay) return a.span.allDay ? -1 : 1;
  return Temporal.PlainDateTime.compare(a.span.start, b.span.start) || a.id.localeCompare(b.id);
}
