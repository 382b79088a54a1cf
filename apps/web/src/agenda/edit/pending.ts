import { Temporal } from 'temporal-polyfill';
import type { AgendaEvent } from '../../api/answers.ts';
import { wallClock } from '../../time/zone.ts';
import type { Placing } from './event-edits.ts';

/** How much of a series is meant; a single event is all there is. */
export type Scope = 'this' | 'following' | 'all';

/** What is on its way to the server, as far as the agenda shows it. */
export type Pending =
  | { readonly kind: 'add'; readonly event: AgendaEvent }
  | { readonly kind: 'remove'; readonly target: AgendaEvent; readonly scope: Scope }
  | {
      readonly kind: 'change';
      readonly target: AgendaEvent;
      readonly scope: Scope;
      readonly to: Placing | null;
      readonly says: Partial<Pick<AgendaEvent, 'title' | 'location' | 'busy' | 'calendarId'>>;
    };

/** The events as they are once all of that has arrived. @param zone in which they are shown, an IANA name */
export function withPending(
  events: readonly AgendaEvent[],
  pending: readonly Pending[],
  zone: string,
): readonly AgendaEvent[] {
  return pending.reduce((before, one) => applied(before, one, zone), events);
}

function applied(events: readonly AgendaEvent[], one: Pending, zone: string): readonly AgendaEvent[] {
  if (one.kind === 'add') return [...events.filter(({ id }) => id !== one.event.id), one.event];
  if (one.kind === 'remove') return events.filter((event) => !isReached(event, one.target, one.scope));
  const move = one.to && moveOf(one.target, one.to, zone);
  return events.map((event) => {
    if (!isReached(event, one.target, one.scope)) return event;
    const placed = event.id === one.target.id ? one.to && timesOf(one.to) : move?.(event);
    return { ...event, ...placed, ...one.says };
  });
}

/** Ids of one series are written alike, so that they sort as the times that they name. */
function isReached(event: AgendaEvent, target: AgendaEvent, scope: Scope): boolean {
  if (scope === 'this') return event.id === target.id;
  if (event.objectId !== target.objectId) return false;
  return scope === 'all' || (event.recurrenceId ?? '') >= (target.recurrenceId ?? '');
}

type Times = Pick<AgendaEvent, 'startsAt' | 'endsAt' | 'allDay' | 'startDate' | 'endDate'>;

/** All-day events go by their dates; their instants are of no use until the server has told them. */
export function timesOf(to: Placing): Partial<Times> {
  if (to.allDay) return { allDay: true, startDate: to.start, endDate: to.end };
  return { allDay: false, startDate: null, endDate: null, startsAt: to.start, endsAt: to.end };
}

/** The same move for the other instances of a series; null where it is a change of kind, which the server works out. */
function moveOf(
  target: AgendaEvent,
  to: Placing,
  zone: string,
): ((event: AgendaEvent) => Partial<Times>) | null {
  if (to.allDay) {
    const [start, end] = [target.startDate, target.endDate];
    if (start === null || end === null) return null;
    const [early, late] = [daysBetween(start, to.start), daysBetween(end, to.end)];
    return (event) =>
      event.startDate === null || event.endDate === null
        ? {}
        : { startDate: plusDays(event.startDate, early), endDate: plusDays(event.endDate, late) };
  }
  if (target.startDate !== null) return null;
  const by = wall(target.startsAt, zone).until(wall(to.start, zone), { largestUnit: 'day' });
  const length = to.end.getTime() - to.start.getTime();
  return ({ startsAt }) => {
    const start = new Date(wall(startsAt, zone).add(by).toZonedDateTime(zone).epochMilliseconds);
    return { startsAt: start, endsAt: new Date(start.getTime() + length) };
  };
}

const wall = (at: Date, zone: string) => wallClock(at, zone).toPlainDateTime();

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to).days;
}

function plusDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}
