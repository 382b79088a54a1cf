import { findWindows } from 'windows-iana';
import { instantOfRow } from '../../rows/row-time.ts';
import type { EventRow, RowTime } from '../../rows/series-rows.ts';
import { fieldsOf } from './event-fields.ts';
import { type FieldName, plain } from './event-lines.ts';
import type { GraphFields } from './graph-event.ts';
import { htmlText } from './html-text.ts';
import type { GraphRow } from './series-rows.ts';

/** The fields in which Graph says something else than a text does; `null` where the text is one Graph cannot be told. */
export function otherFields(there: GraphRow, kept: EventRow): readonly FieldName[] | null {
  const [now, then] = [fieldsOf(there), fieldsOf(kept)];
  if (!now.ok || !then.ok) return null;
  const [a, b] = [now.fields, then.fields];
  const { isCancelled } = there.event;
  return [
    ...(a.subject === b.subject ? [] : ['subject' as const]),
    ...(sameBody(a.body, b.body) ? [] : ['body' as const]),
    ...(a.location.displayName === b.location.displayName ? [] : ['location' as const]),
    ...(a.showAs === b.showAs && isCancelled !== true ? [] : ['showAs' as const]),
    ...(a.sensitivity === b.sensitivity ? [] : ['sensitivity' as const]),
    ...(a.importance === b.importance ? [] : ['importance' as const]),
    ...(sameList(a.categories, b.categories) ? [] : ['categories' as const]),
    ...(a.reminderMinutesBeforeStart === b.reminderMinutesBeforeStart ? [] : ['reminder' as const]),
    ...(sameRule(a.recurrence, b.recurrence) ? [] : ['recurrence' as const]),
    ...peopleThere(there, kept),
    ...meetingThere(there, kept),
  ];
}

/** Servers wrap and clean what they are given, so what a person reads is compared. */
function sameBody(a: GraphFields['body'], b: GraphFields['body']): boolean {
  return readable(a) === readable(b);
}

function readable({ contentType, content }: GraphFields['body']): string {
  const text = contentType === 'html' ? htmlText(content) : plain(content);
  return text.replace(/\s+/g, ' ').trim();
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

/** The zone apart: it is compared with the start. */
function sameRule(a: GraphFields['recurrence'], b: GraphFields['recurrence']): boolean {
  const said = (one: GraphFields['recurrence']): string =>
    one === null ? '' : JSON.stringify([one.pattern, { ...one.range, recurrenceTimeZone: '' }]);
  return said(a) === said(b);
}

/** Guests are never written, so those of a text alone are its own. */
function peopleThere({ own }: GraphRow, kept: EventRow): readonly FieldName[] {
  return own.people.every((line) => kept.lines.includes(line)) ? [] : ['people'];
}

function meetingThere({ own }: GraphRow, kept: EventRow): readonly FieldName[] {
  return own.meeting.every((line) => kept.lines.includes(line)) ? [] : ['meeting'];
}

/** Windows has one name for many zones: an event made in Zurich comes back as one of Berlin. */
export function sameTimes(there: EventRow, kept: EventRow): boolean {
  return sameTime(there.start, kept.start) && sameInstant(there.end, kept.end);
}

function sameTime(a: RowTime, b: RowTime): boolean {
  return sameInstant(a, b) && sameZone(zoneOf(a), zoneOf(b));
}

function sameInstant(a: RowTime, b: RowTime): boolean {
  if ((a.kind === 'date') !== (b.kind === 'date')) return false;
  return instantOfRow(a, 'UTC').equals(instantOfRow(b, 'UTC'));
}

function zoneOf(time: RowTime): string {
  return time.kind === 'zoned' ? time.at.timeZoneId : 'UTC';
}

function sameZone(a: string, b: string): boolean {
  return a === b || findWindows(a).some((name) => findWindows(b).includes(name));
}
