import { type EventSource, readEvent } from '../../event/event-source.ts';
import { recurs } from '../../event/expand-events.ts';
import type { Moment } from '../../event/moment.ts';
import { defaultLength, type Length } from '../../event/series/length.ts';
import { type Series, seriesOf } from '../../event/series/series.ts';
import type { ReadContext } from '../../occurrence.ts';
import { readObject } from '../../read/read-object.ts';
import type { ScannedComponent } from '../../text/scan-calendar.ts';
import { parseSource, type SourceComponent, type SourceDocument } from '../../text/source-document.ts';
import { ianaZone } from '../../zone/iana-zone.ts';
import { lineValue, ZoneResolver } from '../../zone/resolve-zone.ts';
import { ianaName } from '../../zone/zone-name.ts';
import { refuse } from './refused.ts';

/** One VEVENT: as it stands in the text, and what it means. */
export interface EventPart {
  readonly node: SourceComponent;
  readonly source: EventSource;
}

/** The text of one event, taken apart so that it can be changed line by line. */
export interface EventText {
  readonly text: string;
  readonly document: SourceDocument;
  readonly calendar: SourceComponent;
  readonly events: readonly EventPart[];
  readonly zones: ZoneResolver;
  /** TZIDs that the text itself defines. */
  readonly defined: ReadonlySet<string>;
  /** What new lines end with: as the file's lines do. */
  readonly lineEnd: string;
}

/** Refuses what could only be changed by guessing. `zone` is the calendar's, an IANA name (RangeError else). */
export function readEventText(text: string, zone: string): EventText {
  const document = parseSource(text);
  const calendar = calendarOf(document);
  const definitions = components(calendar, 'VTIMEZONE').map(scannedOf);
  const zones = new ZoneResolver(ianaZone(ianaName(zone) ?? zone), definitions);
  const events = components(calendar, 'VEVENT').map((node, index) => readPart(node, index, zones));
  checkAgainstReader(text, zone, events.length);
  return {
    text,
    document,
    calendar,
    events,
    zones,
    defined: new Set(definitions.map((definition) => lineValue(definition, 'TZID') ?? '')),
    lineEnd: calendar.begin.raw.endsWith('\r\n') ? '\r\n' : '\n',
  };
}

function calendarOf({ nodes }: SourceDocument): SourceComponent {
  const tops = nodes.filter((node) => node.kind === 'component');
  const [calendar] = tops;
  if (tops.length !== 1 || calendar?.name !== 'VCALENDAR') refuse('edit-not-one-entry');
  if (calendar.end === null || components(calendar, 'VEVENT').some((event) => !isEnded(event))) {
    refuse('edit-incomplete');
  }
  return calendar;
}

function isEnded(component: SourceComponent): boolean {
  return (
    component.end !== null && component.children.every((child) => child.kind === 'line' || isEnded(child))
  );
}

/** What is shown of an event must be what is edited: two readings that differ mean a text to keep one's hands off. */
function checkAgainstReader(text: string, zone: string, events: number): void {
  const read = readObject(text, nowhere(zone));
  if (!read.ok) refuse(read.reason);
  if (events === 0) refuse('edit-without-event');
  if (read.object.components.length !== events) {
    refuse('edit-parts-alike');
  }
  if (read.object.flags.includes('mixed-uids')) {
    refuse('edit-several-events');
  }
}

/** For a reading that is after everything but instances. */
export function nowhere(zone: string): ReadContext {
  return { zone, from: 0, to: 0 };
}

export function components(parent: SourceComponent, name: string): SourceComponent[] {
  return parent.children.filter((child) => child.kind === 'component').filter((child) => child.name === name);
}

function scannedOf(component: SourceComponent): ScannedComponent {
  const lines = component.children.filter((child) => child.kind === 'line' && child.name !== '');
  const parts = component.children.filter((child) => child.kind === 'component');
  return {
    name: component.name,
    lines: lines.map((line) => (line.kind === 'line' ? line.text : '')),
    parts: parts.map(scannedOf),
    from: 0,
    to: 0,
    method: null,
  };
}

export function readPart(node: SourceComponent, index: number, zones: ZoneResolver): EventPart {
  const source = readEvent(scannedOf(node), index, zones, {
    owner: [],
    tentativeBlocks: true,
    cancelled: false,
  });
  return { node, source };
}

/** When an event takes place. */
export interface Times {
  readonly start: Moment;
  readonly length: Length;
}

export function timesOf({ source }: EventPart): Times {
  const { start } = source;
  if (start === null) refuse('edit-without-start');
  return { start, length: source.length ?? defaultLength(start) };
}

export function overridesIn({ events }: EventText): EventPart[] {
  return events.filter(({ source }) => source.override !== null);
}

/** The single event or the master of a series; null where there are only overrides. */
export function masterIn({ events }: EventText): EventPart | null {
  const masters = events.filter(({ source }) => source.override === null);
  if (masters.length > 1) refuse('edit-shared-identity');
  return masters[0] ?? null;
}

/** A master with its overrides. */
export interface SeriesText {
  readonly master: EventPart;
  readonly overrides: readonly EventPart[];
  readonly series: Series;
}

/** Null for a single event, and for overrides without a master. */
export function seriesIn(text: EventText): SeriesText | null {
  const master = masterIn(text);
  const overrides = overridesIn(text);
  if (master === null || !(recurs(master.source) || overrides.length > 0)) return null;
  return seriesWith(master, overrides, text.zones);
}

export function seriesWith(
  master: EventPart,
  overrides: readonly EventPart[],
  zones: ZoneResolver,
): SeriesText {
  const { start } = timesOf(master);
  const sources = overrides.map(({ source }) => source);
  return { master, overrides, series: seriesOf(master.source, start, sources, zones) };
}
