import { objectRows } from '../../rows/object-rows.ts';
import { objectText } from '../../rows/object-text.ts';
import { inFormOf, instantOfRow } from '../../rows/row-time.ts';
import type { EventRow, RowTime } from '../../rows/series-rows.ts';
import { type FieldName, LINES_OF } from './event-lines.ts';
import { keptText, ownUid } from './kept-text.ts';
import { otherFields, sameTimes } from './same-fields.ts';
import {
  type GraphRow,
  type GraphRows,
  type GraphSeries,
  rowsOfSeries,
  type Unreadable,
} from './series-rows.ts';

/**
 * The calendar object that a single event or a series is. Where a text was kept beside it, that text, byte for byte, as
 * long as Graph says nothing else; else the kept text with what Graph says now in the fields that differ: so what Graph
 * has no place for survives (S6).
 */
export function seriesText(series: GraphSeries): string | { readonly why: Unreadable } {
  const { master } = series;
  const rows = rowsOfSeries(series, ownUid(master) ?? master.iCalUId ?? master.id);
  if (typeof rows === 'string') return { why: rows };
  const text = keptText(master);
  const kept = text === null ? null : objectRows(text, 'UTC');
  if (text === null || !kept?.ok || kept.rows.master === null) return objectText(rows);
  const merged = mergedRow(rows.master, kept.rows.master);
  const exceptions = rows.exceptions.map(({ original, row }) => {
    const same = kept.rows.exceptions.find((one) => names(one.original, original, rows.master.start));
    return { original, merged: same ? mergedRow(row, same.row) : { row, same: false } };
  });
  const unchanged =
    merged.same &&
    exceptions.every((one) => one.merged.same) &&
    sameStarts(
      rows,
      kept.rows.exceptions.map(({ original }) => original),
      kept.rows.cancelled,
    );
  if (unchanged) return text;
  return objectText({
    ...rows,
    master: merged.row,
    exceptions: exceptions.map((one) => ({ original: one.original, row: one.merged.row })),
  });
}

function mergedRow(there: GraphRow, kept: EventRow): { readonly row: EventRow; readonly same: boolean } {
  const other = otherFields(there, kept);
  if (other === null) return { row: there, same: false };
  const times = sameTimes(there, kept);
  if (times && other.length === 0) return { row: kept, same: true };
  const { start, end } = times ? kept : there;
  return { row: { start, end, stamp: there.stamp, lines: withFields(there, kept, other) }, same: false };
}

/** The kept lines, with those of Graph in place of what differs. */
function withFields(there: GraphRow, kept: EventRow, other: readonly FieldName[]): readonly string[] {
  const replaced = [...other, 'times' as const];
  const names = new Set(replaced.flatMap((field) => LINES_OF[field]));
  const alarms = names.has('VALARM');
  const left: string[] = [];
  let alarm = false;
  for (const line of kept.lines) {
    if (/^BEGIN:VALARM$/i.test(line)) alarm = true;
    const name = /^[^:;]*/.exec(line)?.[0].toUpperCase() ?? '';
    if (alarm ? !alarms : !names.has(name)) left.push(line);
    if (/^END:VALARM$/i.test(line)) alarm = false;
  }
  const own = replaced.filter((field) => field !== 'reminder').flatMap((field) => there.own[field]);
  return [...own, ...left, ...(alarms ? there.own.reminder : [])];
}

function sameStarts(rows: GraphRows, exceptions: readonly RowTime[], cancelled: readonly RowTime[]): boolean {
  const { start } = rows.master;
  return (
    sameNames(
      rows.exceptions.map(({ original }) => original),
      exceptions,
      start,
    ) && sameNames(rows.cancelled, cancelled, start)
  );
}

function sameNames(a: readonly RowTime[], b: readonly RowTime[], start: RowTime): boolean {
  const said = (times: readonly RowTime[]): string =>
    [...new Set(times.map((time) => nameOf(time, start)))].sort().join();
  return said(a) === said(b);
}

function names(a: RowTime, b: RowTime, start: RowTime): boolean {
  return nameOf(a, start) === nameOf(b, start);
}

/** Names an instance of a series, in whatever form it was named. */
export function nameOf(time: RowTime, start: RowTime): string {
  return instantOfRow(inFormOf(time, start), 'UTC').toString();
}
