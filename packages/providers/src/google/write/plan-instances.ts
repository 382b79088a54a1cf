import type { EventRow, RowTime } from '../../rows/series-rows.ts';
import { bodyFor, type EventBody } from '../event/event-body.ts';
import { instanceId, instanceName } from '../event/event-time.ts';
import { type GoogleSeries, isCancelled } from '../event/google-event.ts';
import { rowsOfSeries } from '../event/series-rows.ts';
import type { FitRows } from './unfit-text.ts';

/** One thing to do to an instance. Its version is looked at before. */
export type InstanceStep =
  | { readonly kind: 'cancel'; readonly id: string }
  /** `body` tells from the row that is there what to send; empty where it says all of it already. */
  | { readonly kind: 'change'; readonly id: string; readonly wanted: EventRow }
  /** Back to what the series says. */
  | { readonly kind: 'restore'; readonly id: string; readonly wanted: EventRow };

/**
 * What the instances of a series still need to be as the text wants them, the series itself being right already.
 * Decided from the rows that are there, whatever was thought to be there before.
 */
export function planInstances(series: GoogleSeries, wanted: FitRows, zone: string): readonly InstanceStep[] {
  const { master } = series;
  if (master === null) return [];
  const there = rowsOfSeries(series);
  const { start } = wanted.master;
  const name = (time: RowTime): string => instanceName(time, start);
  const id = (time: RowTime): string => instanceId(master.id, time, start, zone);
  const gone = new Set(there.cancelled.map(name));
  const rowIds = new Set(series.instances.filter(isCancelled).map((row) => row.id));
  const changed = new Map(wanted.exceptions.map((one) => [name(one.original), one]));
  const left = new Map(wanted.cancelled.map((time) => [name(time), time]));
  return [
    ...[...left]
      .filter(([key]) => !gone.has(key))
      .map(([, time]) => ({ kind: 'cancel', id: id(time) }) as const),
    ...wanted.exceptions.map(
      ({ original, row }) => ({ kind: 'change', id: id(original), wanted: row }) as const,
    ),
    ...[...there.exceptions.map(({ original }) => original), ...there.cancelled]
      .filter((time) => !changed.has(name(time)) && !left.has(name(time)))
      .filter((time) => !gone.has(name(time)) || rowIds.has(id(time)))
      .map(
        (time) => ({ kind: 'restore', id: id(time), wanted: plainInstance(wanted.master, time) }) as const,
      ),
  ];
}

/** What the series says of an instance that nobody has changed. */
function plainInstance(master: EventRow, original: RowTime): EventRow {
  const { start, end } = master;
  const lines = master.lines.filter((line) => !/^(?:RRULE|RDATE|EXRULE)[;:]/i.test(line));
  return { ...master, lines, ...shifted(start, end, original) };
}

function shifted(start: RowTime, end: RowTime, to: RowTime): Pick<EventRow, 'start' | 'end'> {
  if (start.kind === 'date' || end.kind === 'date') {
    const dates = [start, end, to].map((time) =>
      time.kind === 'date'
        ? time.date
        : Temporal.PlainDate.from(instanceName(time, { kind: 'utc', at: NEVER }).slice(0, 10)),
    );
    const [first, last, day] = dates as [Temporal.PlainDate, Temporal.PlainDate, Temporal.PlainDate];
    return { start: { kind: 'date', date: day }, end: { kind: 'date', date: day.add(first.until(last)) } };
  }
  const instant = (time: RowTime): Temporal.Instant =>
    Temporal.Instant.from(instanceName(time, { kind: 'utc', at: NEVER }));
  const zone = start.kind === 'zoned' ? start.at.timeZoneId : 'UTC';
  const place = (at: Temporal.Instant): RowTime =>
    zone === 'UTC' ? { kind: 'utc', at } : { kind: 'zoned', at: at.toZonedDateTimeISO(zone) };
  const begins = instant(to);
  return { start: place(begins), end: place(begins.add(instant(start).until(instant(end)))) };
}

const NEVER = Temporal.Instant.fromEpochMilliseconds(0);

/** What to send so that the row says what is wanted; empty where it does. */
export function instanceBody(series: GoogleSeries, wanted: EventRow, zone: string): EventBody {
  const [row] = series.instances;
  const current =
    row === undefined
      ? undefined
      : rowsOfSeries({ master: null, instances: [{ ...row, status: statusOf(row.status) }] }).exceptions[0];
  return row === undefined || current === undefined ? {} : bodyFor(row, current.row, wanted, zone);
}

/** To be read as a row it must not be a cancelled one. */
const statusOf = (status: string | undefined): string => (status === 'tentative' ? status : 'confirmed');
