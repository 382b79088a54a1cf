import { Temporal } from 'temporal-polyfill';
import type { Formats } from '../../time/formats.ts';

/** Times of a version as the server says them: a date, an instant, a local time with or without a zone (ISO 8601). */
type Told =
  | { readonly kind: 'date'; readonly date: Temporal.PlainDate }
  | { readonly kind: 'time'; readonly at: Date };

type Times = Pick<Formats, 'shortDate' | 'shortMoment' | 'time'>;

/** `start`, `start/end` or `start/length`, in the reader's zone (an IANA name); as it stands where it cannot be read. */
export function spanWords(text: string, formats: Times, zone: string): string {
  // Names of zones have slashes too.
  const [first = '', last] = text.match(/(?:[^/[]|\[[^\]]*\])+/g) ?? [];
  const start = readTold(first, zone);
  if (!start) return text;
  const end = last === undefined ? null : endOf(start, last, zone);
  if (start.kind === 'date') return datesWords(start.date, end, formats);
  const begins = formats.shortMoment(start.at, zone);
  if (end?.kind !== 'time' || end.at.getTime() === start.at.getTime()) return begins;
  const sameDay = dayOf(start.at, zone).equals(dayOf(end.at, zone));
  return `${begins} – ${sameDay ? formats.time(end.at, zone) : formats.shortMoment(end.at, zone)}`;
}

/** Several times, separated by commas. */
export function timesWords(text: string, formats: Times, zone: string): readonly string[] {
  return text.split(', ').map((one) => spanWords(one, formats, zone));
}

/** The end of whole days is the day after the last. */
function datesWords(first: Temporal.PlainDate, end: Told | null, { shortDate }: Times): string {
  const last = end?.kind === 'date' ? end.date.subtract({ days: 1 }) : first;
  return Temporal.PlainDate.compare(first, last) < 0
    ? `${shortDate(first)} – ${shortDate(last)}`
    : shortDate(first);
}

function dayOf(at: Date, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();
}

function endOf(start: Told, text: string, zone: string): Told | null {
  if (!/^[+-]?P/i.test(text)) return readTold(text, zone);
  const length = attempt(() => Temporal.Duration.from(text));
  if (!length) return null;
  if (start.kind === 'date')
    return { kind: 'date', date: start.date.add({ days: Math.max(1, length.days) }) };
  return {
    kind: 'time',
    at: new Date(start.at.getTime() + length.total({ unit: 'milliseconds', relativeTo: '2026-01-01' })),
  };
}

/** A time without a zone is one of the studio's. */
function readTold(text: string, zone: string): Told | null {
  return attempt((): Told => {
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return { kind: 'date', date: Temporal.PlainDate.from(text) };
    const instant = text.endsWith('Z')
      ? Temporal.Instant.from(text)
      : Temporal.ZonedDateTime.from(text.endsWith(']') ? text : `${text}[${zone}]`).toInstant();
    return { kind: 'time', at: new Date(instant.epochMilliseconds) };
  });
}

/** Null for what no calendar knows, such as a zone of a server's own. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
