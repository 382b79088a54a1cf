import type { Temporal } from 'temporal-polyfill';
import type { AgendaEvent, StudioArtist } from '../../api/answers.ts';
import { spanOf } from '../gesture/placing.ts';
import { daysTouched, type WallSpan } from '../gesture/wall-span.ts';

/** An artist's column of a day. */
export interface Column {
  readonly slug: string;
  readonly name: string;
  readonly picture: string | null;
  /** Where a booking of theirs goes; null until somebody has said so. */
  readonly calendarId: string | null;
  readonly calendarIds: ReadonlySet<string>;
}

/**
 * An event in the column of one artist. Columns stand where FullCalendar has days: the first on the day itself, the next
 * on the day after, and so on. So everything that knows days knows columns.
 */
export interface ColumnEvent {
  /** Unique among columns: an event may stand in several. */
  readonly id: string;
  readonly event: AgendaEvent;
  readonly column: number;
  /** On the day of its column, cut off where it goes beyond the day that is shown. */
  readonly span: WallSpan;
  /** Whether it lies within that day, so that it can be moved here. */
  readonly whole: boolean;
}

type Artist = Pick<StudioArtist, 'slug' | 'name' | 'picture' | 'calendarId' | 'blocking'>;

export function columnsOf(artists: readonly Artist[]): readonly Column[] {
  return artists.map(({ slug, name, picture, calendarId, blocking }) => ({
    slug,
    name,
    picture,
    calendarId,
    calendarIds: new Set([...(calendarId === null ? [] : [calendarId]), ...blocking]),
  }));
}

/** Which column a day stands for, seen from the day that is shown. */
export const columnAt = (date: Temporal.PlainDate, day: Temporal.PlainDate): number => date.until(day).days;

export function inColumns(
  events: readonly AgendaEvent[],
  columns: readonly Column[],
  date: Temporal.PlainDate,
  zone: string,
): readonly ColumnEvent[] {
  return events.flatMap((event) => {
    const span = spanOf(event, zone);
    const cut = onDay(span, date);
    if (!cut) return [];
    return columns.flatMap(({ calendarIds }, column) =>
      calendarIds.has(event.calendarId)
        ? [{ id: `${event.id}@${column}`, event, column, span: byDays(cut, column), whole: cut === span }]
        : [],
    );
  });
}

/** Back from the column to the day that is shown. */
export function fromColumn(
  span: WallSpan,
  date: Temporal.PlainDate,
): { readonly span: WallSpan; readonly column: number } {
  const column = columnAt(date, span.start.toPlainDate());
  return { span: byDays(span, -column), column };
}

/** In the column so many further to the right. */
export function byDays(span: WallSpan, days: number): WallSpan {
  return { ...span, start: span.start.add({ days }), end: span.end.add({ days }) };
}

/** The part of a span that lies on a day; the same span where it lies there as a whole, null where it does not. */
function onDay(span: WallSpan, date: Temporal.PlainDate): WallSpan | null {
  const into = span.start.toPlainDate().until(date).days;
  if (into < 0 || into >= daysTouched(span)) return null;
  if (daysTouched(span) === 1) return span;
  const [from, to] = [date.toPlainDateTime(), date.add({ days: 1 }).toPlainDateTime()];
  return {
    allDay: span.allDay,
    start: into === 0 ? span.start : from,
    end: into === daysTouched(span) - 1 ? span.end : to,
  };
}
