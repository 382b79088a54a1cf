import { zoneLines } from './zone-text.ts';

/** When something is: in a zone, in UTC, floating, or on a date. The type decides how it is written. */
export type EventTime =
  | Temporal.ZonedDateTime
  | Temporal.Instant
  | Temporal.PlainDateTime
  | Temporal.PlainDate;

export interface EventText {
  readonly uid: string;
  readonly start: EventTime;
  /** Exclusive. Leave out both this and `duration`, and the file says neither. */
  readonly end?: EventTime;
  /** ISO 8601, as RFC 5545 has it: `PT90M`. */
  readonly duration?: string;
  readonly summary?: string;
  readonly location?: string;
  readonly description?: string;
  readonly rrule?: string;
  readonly exdates?: readonly EventTime[];
  readonly rdates?: readonly EventTime[];
  readonly status?: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  readonly transparent?: boolean;
  readonly sequence?: number;
  readonly stamp?: Temporal.Instant;
  /** Whole content lines, unfolded, at the end of the component. */
  readonly lines?: readonly string[];
}

/** A changed instance of a series: it takes the series' UID. */
export type OverrideText = Omit<EventText, 'uid' | 'rrule' | 'exdates' | 'rdates'> & {
  readonly recurrenceId: EventTime;
};

const STAMP = Temporal.Instant.from('2026-01-01T00:00Z');

/** A calendar object resource: a master, its overrides, and a VTIMEZONE for each zone they name. CRLF, folded. */
export function eventFile(event: EventText, overrides: readonly OverrideText[] = []): string {
  const zones = new Set(
    [event, ...overrides].flatMap((part) => [part.start, part.end ?? null].flatMap(zoneOf)),
  );
  return fileOf([
    ...[...zones].flatMap(zoneLines),
    ...eventLines(event),
    ...overrides.flatMap((override) => eventLines({ ...override, uid: event.uid }, override.recurrenceId)),
  ]);
}

/** A VCALENDAR around component lines. */
export function fileOf(lines: readonly string[]): string {
  const all = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Atelier//Testkit//EN', ...lines, 'END:VCALENDAR'];
  return all.map((line) => `${fold(line)}\r\n`).join('');
}

/** The lines of one VEVENT. */
export function eventLines(event: EventText, recurrenceId?: EventTime): string[] {
  const optional = (name: string, value: string | number | undefined) =>
    value === undefined ? [] : [`${name}:${value}`];
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${timeValue(event.stamp ?? STAMP)}`,
    ...(recurrenceId ? [timeLine('RECURRENCE-ID', recurrenceId)] : []),
    timeLine('DTSTART', event.start),
    ...(event.end ? [timeLine('DTEND', event.end)] : []),
    ...optional('DURATION', event.duration),
    ...optional('RRULE', event.rrule),
    ...(event.exdates ?? []).map((time) => timeLine('EXDATE', time)),
    ...(event.rdates ?? []).map((time) => timeLine('RDATE', time)),
    ...optional('SEQUENCE', event.sequence),
    ...optional('SUMMARY', event.summary && escapeText(event.summary)),
    ...optional('LOCATION', event.location && escapeText(event.location)),
    ...optional('DESCRIPTION', event.description && escapeText(event.description)),
    ...optional('STATUS', event.status),
    ...(event.transparent ? ['TRANSP:TRANSPARENT'] : []),
    ...(event.lines ?? []),
    'END:VEVENT',
  ];
}

/** `DTSTART;TZID=Europe/Zurich:20260105T100000`, and so for the other kinds of time. */
export function timeLine(name: string, time: EventTime): string {
  if (time instanceof Temporal.PlainDate) return `${name};VALUE=DATE:${timeValue(time)}`;
  const [zone] = zoneOf(time);
  return zone === undefined ? `${name}:${timeValue(time)}` : `${name};TZID=${zone}:${timeValue(time)}`;
}

/** The value alone, in the basic format of RFC 5545 3.3.4 and 3.3.5. */
export function timeValue(time: EventTime): string {
  const basic = (text: string) => text.replace(/[-:]/g, '');
  if (time instanceof Temporal.PlainDate) return basic(time.toString());
  if (time instanceof Temporal.Instant) return basic(time.toString({ smallestUnit: 'second' }));
  const wall = time instanceof Temporal.ZonedDateTime ? time.toPlainDateTime() : time;
  return basic(wall.toString({ smallestUnit: 'second' }));
}

const zoneOf = (time: EventTime | null): string[] =>
  time instanceof Temporal.ZonedDateTime ? [time.timeZoneId] : [];

/** TEXT of RFC 5545 3.3.11. */
export const escapeText = (text: string): string =>
  text.replace(/[\\;,]/g, (found) => `\\${found}`).replaceAll('\n', '\\n');

/** Lines of at most 75 octets (RFC 5545 3.1), never cut inside a character. */
export function fold(line: string): string {
  if (Buffer.byteLength(line) <= 75) return line;
  let folded = '';
  let room = 75;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (size > room) {
      folded += '\r\n ';
      room = 74;
    }
    folded += character;
    room -= size;
  }
  return folded;
}
