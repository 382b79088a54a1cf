import { objectRows } from '../../rows/object-rows.ts';
import { objectText } from '../../rows/object-text.ts';
import type { EventRow, ExceptionRow, RowTime, SeriesRows } from '../../rows/series-rows.ts';
import { fieldsIn, fieldsOf, LINES_OF, otherFields } from './event-fields.ts';
import { OWN_LINES } from './event-lines.ts';
import { instanceName, isSameTime } from './event-time.ts';
import type { GoogleSeries } from './google-event.ts';
import { keptText } from './kept-text.ts';
import { type GoogleRow, type GoogleRows, rowsOfSeries } from './series-rows.ts';

/**
 * The calendar object that a single event or a series comes to. Where a text was kept beside it, that text, byte for
 * byte, as long as Google says nothing else; else the kept text with what Google says now in the fields that differ, so
 * that what Google has no place for survives (S6). @throws RangeError where a time is none.
 */
export function seriesText(series: GoogleSeries): string {
  const rows = rowsOfSeries(series);
  const text = series.master === null ? null : keptText(series.master);
  const kept = text === null ? null : objectRows(text, 'UTC');
  if (text === null || !kept?.ok || kept.rows.master === null || rows.master === null)
    return objectText(rows);
  return merged(rows, rows.master, {
    text,
    rows: withoutCancelled(kept.rows),
    whole: kept.rows,
    first: kept.rows.master,
  });
}

interface Kept {
  readonly text: string;
  readonly rows: SeriesRows;
  readonly whole: SeriesRows;
  readonly first: EventRow;
}

function merged(there: GoogleRows, first: GoogleRow, kept: Kept): string {
  const { start } = first;
  const name = (time: RowTime): string => instanceName(time, start);
  const master = mergedRow(first, kept.first);
  const exceptions = there.exceptions.map(({ original, row }) => {
    const same = kept.rows.exceptions.find((one) => name(one.original) === name(original));
    return { original, ...(same ? mergedRow(row, same.row) : { row, same: false }) };
  });
  const unchanged =
    master.same &&
    exceptions.every(({ same }) => same) &&
    sameNames(
      there.exceptions.map(({ original }) => original),
      kept.rows.exceptions.map(({ original }) => original),
      name,
    ) &&
    sameNames(there.cancelled, kept.rows.cancelled, name);
  if (unchanged) return kept.text;
  const gone = new Set(there.cancelled.map(name));
  const marked = kept.whole.exceptions.filter(
    (one) => isMarkedCancelled(one) && gone.has(name(one.original)),
  );
  const named = new Set(marked.map(({ original }) => name(original)));
  return objectText({
    uid: there.uid,
    master: master.row,
    exceptions: [...exceptions, ...marked],
    cancelled: there.cancelled.filter((time) => !named.has(name(time))),
  });
}

function sameNames(
  one: readonly RowTime[],
  other: readonly RowTime[],
  name: (time: RowTime) => string,
): boolean {
  const said = (times: readonly RowTime[]): string => [...new Set(times.map(name))].sort().join();
  return said(one) === said(other);
}

/** At Google an instance that is cancelled is gone, in whatever words a text says it. */
export function withoutCancelled(rows: SeriesRows): SeriesRows {
  const marked = rows.exceptions.filter(isMarkedCancelled).map(({ original }) => original);
  return {
    ...rows,
    exceptions: rows.exceptions.filter((one) => !isMarkedCancelled(one)),
    cancelled: [...rows.cancelled, ...marked],
  };
}

const isMarkedCancelled = ({ row }: ExceptionRow): boolean =>
  row.lines.some((line) => /^STATUS:CANCELLED$/i.test(line));

function mergedRow(there: GoogleRow, kept: EventRow): { readonly row: EventRow; readonly same: boolean } {
  const fields = otherFields(fieldsOf(there.event), fieldsIn(kept));
  const own = (['people', 'meeting'] as const).filter(
    (name) => !there.own[name].every((line) => kept.lines.includes(line)),
  );
  const times = isSameTime(there.start, kept.start) && isSameTime(there.end, kept.end);
  if (times && fields.length + own.length === 0) return { row: kept, same: true };
  const { start, end } = times ? kept : there;
  const other = [...fields, ...own];
  const names = new Set([
    ...fields.flatMap((name) => LINES_OF[name]),
    ...own.flatMap((name) => OWN_LINES[name]),
  ]);
  const before = other.filter((name) => name !== 'reminders').flatMap((name) => there.own[name]);
  const after = names.has('VALARM') ? there.own.reminders : [];
  return {
    row: { start, end, stamp: there.stamp, lines: [...before, ...without(kept.lines, names), ...after] },
    same: false,
  };
}

/** The lines of an event but for those of some properties, or for its alarms. */
function without(lines: readonly string[], names: ReadonlySet<string>): readonly string[] {
  const left: string[] = [];
  let depth = 0;
  for (const line of lines) {
    const begins = /^BEGIN:/i.test(line);
    if (begins) depth += 1;
    const name = depth > 0 ? 'VALARM' : (/^[^:;]*/.exec(line)?.[0].toUpperCase() ?? '');
    if (!names.has(name)) left.push(line);
    if (/^END:/i.test(line)) depth -= 1;
  }
  return left;
}
