import { readObject } from '../../read/read-object.ts';
import { type SourceComponent, writeNode } from '../../text/source-document.ts';
import { readTimes } from '../../text/time-property.ts';
import { ianaName } from '../../zone/zone-name.ts';
import { unquoted } from '../patch/patch-times.ts';
import { linesNamed } from '../text/component-lines.ts';
import { nowhere } from '../text/event-text.ts';
import type { ZoneSpan } from './onsets.ts';
import { timeZoneText } from './time-zone-text.ts';

const TIMES = ['DTSTART', 'DTEND', 'RECURRENCE-ID', 'RDATE', 'EXDATE'];

/** The TZIDs that a component names, each once. */
export function tzidsIn(event: SourceComponent): string[] {
  const values = TIMES.flatMap((name) => linesNamed(event, name)).flatMap(
    ({ text }) => readTimes(text).values,
  );
  return [...new Set(values.flatMap(({ tzid }) => (tzid === null ? [] : [unquoted(tzid)])))];
}

/**
 * The VTIMEZONE of every zone that the events name and that is not among the `known` TZIDs (RFC 5545, 3.6.5), right
 * for as long as the events last.
 */
export function timeZonesFor(
  events: readonly SourceComponent[],
  known: readonly string[],
  lineEnd: string,
  zone: string,
): string[] {
  const tzids = new Set(events.flatMap(tzidsIn));
  const missing = [...tzids].filter((tzid) => !known.includes(tzid) && ianaName(tzid) === tzid);
  if (missing.length === 0) return [];
  const span = spanOf(events, zone);
  return missing.map((tzid) => timeZoneText(tzid, span, lineEnd));
}

function spanOf(events: readonly SourceComponent[], zone: string): ZoneSpan {
  const text = `BEGIN:VCALENDAR\r\n${events.map(writeNode).join('')}END:VCALENDAR\r\n`;
  const read = readObject(text, nowhere(zone));
  if (!read.ok || read.object.firstStart === null) return { from: 0, to: null };
  return { from: read.object.firstStart, to: read.object.lastEnd };
}
