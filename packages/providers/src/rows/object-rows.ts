import {
  type EventPart,
  masterIn,
  overridesIn,
  readEventText,
  seriesWith,
  timesOf,
} from '@atelier/calendar/edit/text/event-text';
import { attempt } from '@atelier/calendar/edit/text/refused';
import { recurs } from '@atelier/calendar/event/expand-events';
import type { Moment } from '@atelier/calendar/event/moment';
import { endOf } from '@atelier/calendar/event/series/length';
import { momentAt } from '@atelier/calendar/event/series/overrides';
import { startNamed } from '@atelier/calendar/event/series/rule-starts';
import type { SourceNode } from '@atelier/calendar/text/source-document';
import { readTimes } from '@atelier/calendar/text/time-property';
import type { EventRow, ExceptionRow, RowTime, SeriesRows } from './series-rows.ts';

export type ObjectRows =
  | { readonly ok: true; readonly rows: SeriesRows }
  | { readonly ok: false; readonly why: Unfit };

/** Why no rows can be made of a text. */
export type Unfit =
  | 'unreadable' // not one complete event, or parts that contradict each other
  | 'no-master' // changed instances of a series that is not there
  | 'own-zone' // a time zone that nobody knows, or a series in one that only the text defines
  | 'this-and-future'; // a change that reaches over all later instances

/** What stands in a row of its own, or is made anew. */
const OWN: ReadonlySet<string> = new Set([
  'UID',
  'DTSTAMP',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RECURRENCE-ID',
  'EXDATE',
]);

/**
 * The rows of a calendar object: the way back of `objectText`. Instances are named by the start that the series has for
 * them, whatever form the text names them in. `zone` is the calendar's, an IANA name.
 */
export function objectRows(text: string, zone: string): ObjectRows {
  const read = attempt(() => rowsOf(text, zone));
  return 'refusal' in read ? { ok: false, why: 'unreadable' } : read;
}

function rowsOf(source: string, zone: string): ObjectRows {
  const text = readEventText(source, zone);
  const master = masterIn(text);
  const overrides = overridesIn(text);
  if (master === null) return { ok: false, why: 'no-master' };
  if (overrides.some((part) => part.source.override?.andFuture)) return { ok: false, why: 'this-and-future' };
  const { start } = timesOf(master);
  if (text.zones.metUnknown || (recurs(master.source) && ownZone(start)))
    return { ok: false, why: 'own-zone' };
  const { series } = seriesWith(master, overrides, text.zones);
  const exceptions = overrides.flatMap((part): ExceptionRow[] => {
    const id = part.source.override?.id;
    if (id === undefined) return [];
    return [{ original: rowTime(momentAt(start, startNamed(series, id))), row: rowOf(part) }];
  });
  const cancelled = master.source.exdates.map((time) => rowTime(momentAt(start, startNamed(series, time))));
  return { ok: true, rows: { uid: master.source.uid, master: rowOf(master), exceptions, cancelled } };
}

function rowOf(part: EventPart): EventRow {
  const { start, length } = timesOf(part);
  const at = start.kind === 'clock' ? start.at : start.zone.startOfDay(start.wall / 86_400_000);
  const end = endOf(length, start.wall, at, start.zone);
  return {
    start: rowTime(start),
    end: rowTime(endMomentOf(start, end)),
    stamp: stampOf(part),
    lines: part.node.children.flatMap((node) => (isOwn(node) ? [] : allLines(node))),
  };
}

/** On the clock of the start. */
function endMomentOf(start: Moment, at: number): Moment {
  const wall = start.zone.toWall(at);
  return start.kind === 'day' ? { ...start, wall } : { ...start, wall, at };
}

function ownZone(moment: Moment): boolean {
  return moment.kind === 'clock' && !moment.floating && !moment.zone.iana;
}

function rowTime(moment: Moment): RowTime {
  const wall = Temporal.Instant.fromEpochMilliseconds(moment.wall)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime();
  if (moment.kind === 'day') return { kind: 'date', date: wall.toPlainDate() };
  if (moment.floating) return { kind: 'floating', wall };
  const at = Temporal.Instant.fromEpochMilliseconds(moment.at);
  // A single event is at its instant, whatever its zone is called.
  if (moment.zone.id === 'UTC' || !moment.zone.iana) return { kind: 'utc', at };
  return { kind: 'zoned', at: at.toZonedDateTimeISO(moment.zone.id) };
}

const NEVER = Temporal.Instant.fromEpochMilliseconds(0);

function stampOf(part: EventPart): Temporal.Instant {
  const line = part.node.children.find((child) => child.kind === 'line' && child.name === 'DTSTAMP');
  const [entry] = line?.kind === 'line' ? readTimes(line.text).values : [];
  return entry?.time.kind === 'utc' ? Temporal.Instant.fromEpochMilliseconds(entry.time.at) : NEVER;
}

function isOwn(node: SourceNode): boolean {
  return node.kind === 'line' && OWN.has(node.name);
}

function allLines(node: SourceNode): readonly string[] {
  if (node.kind === 'line') return node.name === '' ? [] : [node.text];
  return [`BEGIN:${node.name}`, ...node.children.flatMap(allLines), `END:${node.name}`];
}
