import { foldLine } from '@atelier/calendar/edit/text/fold-line';
import { PRODUCT } from '@atelier/calendar/edit/text/product';
import { textValue } from '@atelier/calendar/edit/text/text-value';
import { timeZonesFor } from '@atelier/calendar/edit/zones/time-zones-for';
import { parseSource } from '@atelier/calendar/text/source-document';
import { inFormOf, instantOfRow, rowTimeLine, utcValue } from './row-time.ts';
import type { EventRow, RowTime, SeriesRows } from './series-rows.ts';

const LINE_END = '\r\n';

/**
 * The calendar object that rows come to, with the definitions of its zones. Equal rows give equal texts, in whatever
 * order they were told.
 */
export function objectText(rows: SeriesRows): string {
  const events = eventsOf(rows).map(component).join('');
  const nodes = parseSource(events).nodes.filter((node) => node.kind === 'component');
  const zones = timeZonesFor(nodes, [], LINE_END, 'UTC').join('');
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', PRODUCT, ''].join(LINE_END);
  return `${head}${zones}${events}END:VCALENDAR${LINE_END}`;
}

function eventsOf({ uid, master, exceptions, cancelled }: SeriesRows): (readonly string[])[] {
  const named = (time: RowTime): RowTime => (master === null ? time : inFormOf(time, master.start));
  const dates = inOrder(cancelled.map(named)).map((time) => rowTimeLine('EXDATE', time));
  const changed = exceptions.map(({ original, row }) => ({ original: named(original), row }));
  const order = new Map(inOrder(changed.map(({ original }) => original)).map((time, at) => [time, at]));
  return [
    ...(master === null ? [] : [eventLines(uid, master, [...new Set(dates)])]),
    ...changed
      .toSorted((a, b) => (order.get(a.original) ?? 0) - (order.get(b.original) ?? 0))
      .map(({ original, row }) => eventLines(uid, row, [rowTimeLine('RECURRENCE-ID', original)])),
  ];
}

function inOrder(times: readonly RowTime[]): readonly RowTime[] {
  return times.toSorted((a, b) => Temporal.Instant.compare(instantOfRow(a, 'UTC'), instantOfRow(b, 'UTC')));
}

function eventLines(uid: string, row: EventRow, more: readonly string[]): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${textValue(uid)}`,
    `DTSTAMP:${utcValue(row.stamp)}`,
    rowTimeLine('DTSTART', row.start),
    rowTimeLine('DTEND', row.end),
    ...more,
    ...row.lines,
    'END:VEVENT',
  ];
}

function component(lines: readonly string[]): string {
  return lines.map((line) => foldLine(line, LINE_END)).join('');
}
