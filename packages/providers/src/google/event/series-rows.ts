import type { EventRow, RowTime } from '../../rows/series-rows.ts';
import { eventLines, type LinesByName } from './event-lines.ts';
import { instanceName, isSameTime, rowTimeOf } from './event-time.ts';
import { type GoogleEvent, type GoogleSeries, isCancelled } from './google-event.ts';
import { ownUid } from './kept-text.ts';

/** A row with what each of its fields says apart. */
export interface GoogleRow extends EventRow {
  readonly own: LinesByName;
  readonly event: GoogleEvent;
}

export interface GoogleRows {
  readonly uid: string;
  readonly master: GoogleRow | null;
  readonly exceptions: readonly { readonly original: RowTime; readonly row: GoogleRow }[];
  readonly cancelled: readonly RowTime[];
}

/** @throws RangeError where a time is none. */
export function rowsOfSeries({ master, instances }: GoogleSeries): GoogleRows {
  const row = master === null ? null : googleRow(master);
  const named = instances.flatMap((event) =>
    event.originalStartTime === undefined ? [] : [{ event, original: rowTimeOf(event.originalStartTime) }],
  );
  const gone = named.filter(({ event }) => isCancelled(event)).map(({ original }) => original);
  const excluded = (master?.recurrence ?? []).flatMap((line) => exdatesIn(line, row?.start ?? null));
  return {
    uid: uidOf(master ?? instances[0]),
    master: row,
    exceptions: named
      .filter(({ event }) => !isCancelled(event))
      .map(({ event, original }) => ({ original, row: googleRow(event) }))
      .filter((one) => row === null || !isPlain(one.row, one.original, row)),
    cancelled: row === null ? [] : unique([...gone, ...excluded], row.start),
  };
}

function uidOf(event: GoogleEvent | undefined): string {
  if (event === undefined) return '';
  return ownUid(event) ?? event.iCalUID ?? `${event.id}@google.com`;
}

function googleRow(event: GoogleEvent): GoogleRow {
  const own = eventLines(event);
  return {
    start: rowTimeOf(event.start ?? {}),
    end: rowTimeOf(event.end ?? {}),
    stamp: Temporal.Instant.from(event.updated ?? event.created ?? '1970-01-01T00:00Z'),
    lines: Object.values(own).flat(),
    own,
    event,
  };
}

/** A row of its own that says nothing else than its series: somebody put a changed instance back. */
function isPlain(row: GoogleRow, original: RowTime, master: GoogleRow): boolean {
  const said = ({ own: { stamps: _, recurrence: __, ...own } }: GoogleRow): string => JSON.stringify(own);
  return (
    isSameTime(row.start, original.kind === row.start.kind ? original : row.start) &&
    instanceName(row.start, master.start) === instanceName(original, master.start) &&
    lengthOf(row) === lengthOf(master) &&
    said(row) === said(master)
  );
}

function lengthOf({ start, end }: EventRow): string {
  if (start.kind === 'date' && end.kind === 'date') return start.date.until(end.date).toString();
  const at = (time: RowTime): Temporal.Instant =>
    Temporal.Instant.from(instanceName(time, { kind: 'utc', at: NEVER }));
  return at(start).until(at(end)).toString();
}

const NEVER = Temporal.Instant.fromEpochMilliseconds(0);

function unique(times: readonly RowTime[], start: RowTime): readonly RowTime[] {
  return [...new Map(times.map((time) => [instanceName(time, start), time])).values()];
}

/** Google shows what was left out at its making as a line, and what was cancelled later as rows. */
function exdatesIn(line: string, start: RowTime | null): readonly RowTime[] {
  const [, parameters = '', values = ''] = /^EXDATE((?:;[^:]*)?):(.*)$/i.exec(line) ?? [];
  const zone =
    /;TZID=([^;]+)/i.exec(parameters)?.[1] ?? (start?.kind === 'zoned' ? start.at.timeZoneId : 'UTC');
  return values.split(',').flatMap((value) => stampTime(value.trim(), zone) ?? []);
}

function stampTime(value: string, zone: string): RowTime | null {
  const [, year, month, day, clock, utc] = /^(\d{4})(\d\d)(\d\d)(?:T(\d{6})(Z?))?$/.exec(value) ?? [];
  if (year === undefined) return null;
  const date = Temporal.PlainDate.from(`${year}-${month}-${day}`);
  if (clock === undefined) return { kind: 'date', date };
  const wall = date.toPlainDateTime(Temporal.PlainTime.from(`T${clock}`));
  if (utc === 'Z') return { kind: 'utc', at: wall.toZonedDateTime('UTC').toInstant() };
  return { kind: 'zoned', at: wall.toZonedDateTime(zone) };
}
