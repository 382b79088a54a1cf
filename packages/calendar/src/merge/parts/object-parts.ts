import { firstLine } from '../../edit/text/component-lines.ts';
import { components } from '../../edit/text/event-text.ts';
import { isRead } from '../../event/event-lines.ts';
import { contentLine } from '../../text/content-line.ts';
import { scanCalendar } from '../../text/scan-calendar.ts';
import { parseSource, type SourceComponent, type SourceDocument } from '../../text/source-document.ts';
import { readTimes, type TimeEntry } from '../../text/time-property.ts';
import { ianaZone } from '../../zone/iana-zone.ts';
import { ZoneResolver } from '../../zone/resolve-zone.ts';
import { type DateValue, dateValues } from './date-values.ts';
import { SeriesInstants } from './series-instants.ts';
import { unescaped } from './statement.ts';
import { type Says, type Units, unitsOf } from './unit.ts';

/** One event or series taken apart for comparing. */
export interface ObjectParts {
  readonly document: SourceDocument;
  readonly calendar: SourceComponent;
  readonly uid: string;
  /** By `MASTER`, or by the name of the instance that an override stands for, however it is written. */
  readonly events: ReadonlyMap<string, EventPart>;
  readonly instants: SeriesInstants;
}

export interface EventPart {
  readonly event: SourceComponent;
  readonly units: Units;
}

/** The key of the single event or the master of a series. */
export const MASTER = 'master';

const MAX_SOURCE = 32_000_000;

/** Null for whatever is not exactly one event or series in one calendar: it cannot be merged part by part. */
export function objectParts(text: string): ObjectParts | null {
  if (text.length > MAX_SOURCE) return null;
  const document = parseSource(text);
  const [calendar, ...others] = document.nodes.filter((node) => node.kind === 'component');
  if (calendar?.name !== 'VCALENDAR' || others.length > 0 || !isWhole(calendar)) return null;
  const found = components(calendar, 'VEVENT');
  const uids = new Set(found.map(uidIn));
  const [uid] = uids;
  if (uid === undefined || uids.size > 1) return null;
  const instants = instantsOf(found, zonesOf(text, calendar));
  const says: Says = (nodes) => datesOf(nodes, instants).map(({ key }) => key);
  const events = found.map(
    (event) => [keyOf(event, instants), { event, units: unitsOf(event, says) }] as const,
  );
  const byKey = new Map(events);
  return byKey.size < found.length ? null : { document, calendar, uid, events: byKey, instants };
}

/** The values of EXDATE or RDATE of the master. */
export function masterDates(
  { events, instants }: ObjectParts,
  name: 'EXDATE' | 'RDATE',
): readonly DateValue[] {
  return datesOf(events.get(MASTER)?.units.get(name)?.nodes ?? [], instants);
}

function datesOf(nodes: Parameters<Says>[0], instants: SeriesInstants): readonly DateValue[] {
  const nameOf = ({ time, end }: TimeEntry) => instants.nameOf(time) + (end === null ? '' : `/${end}`);
  return dateValues(nodes, nameOf);
}

function isWhole(component: SourceComponent): boolean {
  if (component.end === null) return false;
  return component.children.every((node) => node.kind === 'line' || isWhole(node));
}

function uidIn(event: SourceComponent): string {
  const line = firstLine(event, 'UID');
  return line ? unescaped(contentLine(line.text).value).trim() : '';
}

/** Whole days and floating times are compared as they are: any zone will do, if only it is always the same. */
function zonesOf(text: string, calendar: SourceComponent): ZoneResolver {
  const defined = components(calendar, 'VTIMEZONE').length > 0;
  const scanned = defined ? scanCalendar(text, isRead).components : [];
  return new ZoneResolver(
    ianaZone('UTC'),
    scanned.filter(({ name }) => name === 'VTIMEZONE'),
  );
}

function instantsOf(events: readonly SourceComponent[], zones: ZoneResolver): SeriesInstants {
  const master = events.find((event) => firstLine(event, 'RECURRENCE-ID') === null);
  return new SeriesInstants(master ?? null, zones);
}

function keyOf(event: SourceComponent, instants: SeriesInstants): string {
  const line = firstLine(event, 'RECURRENCE-ID');
  if (line === null) return MASTER;
  const [entry] = readTimes(line.text).values;
  return entry ? instants.nameOf(entry.time) : line.text;
}
