import { type ContentLine, type FileComponent, lineOf } from '../store/calendar-file.ts';

/** Epoch milliseconds, UTC; the end is exclusive. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

const DAY = 86_400_000;

/**
 * Whether the components of one object (master and overrides) touch the range, by RFC 4791 9.9 for those
 * that happen once. A series counts from its first start on: what it does later is for the client to expand.
 */
export function overlaps(components: readonly FileComponent[], range: TimeRange): boolean {
  const recurs = components.some((one) => lineOf(one, 'RRULE') ?? lineOf(one, 'RDATE'));
  return components.some((one) => {
    const extent = extentOf(one);
    if (!extent) return true; // without a readable start we cannot say no
    if (recurs) return extent.start < range.end;
    if (extent.start === extent.end) return range.start <= extent.start && extent.start < range.end;
    return extent.start < range.end && extent.end > range.start;
  });
}

function extentOf(component: FileComponent): TimeRange | null {
  const dtstart = lineOf(component, 'DTSTART') ?? lineOf(component, 'DUE');
  const start = dtstart && timeOf(dtstart);
  if (!dtstart || start === undefined || start === null) return null;
  const dtend = lineOf(component, 'DTEND') ?? lineOf(component, 'DUE');
  const end = dtend ? timeOf(dtend) : start + durationOf(component, dtstart);
  return { start, end: Math.max(start, end ?? start) };
}

function durationOf(component: FileComponent, dtstart: ContentLine): number {
  const duration = lineOf(component, 'DURATION')?.value;
  if (duration === undefined) return dtstart.value.includes('T') ? 0 : DAY;
  const relativeTo = '2000-01-01T00:00Z[UTC]';
  try {
    return Temporal.Duration.from(duration).total({ unit: 'milliseconds', relativeTo });
  } catch {
    return 0;
  }
}

/** A floating time or a date is read in UTC: the sandbox has no zone of its own to offer. */
function timeOf(line: ContentLine): number | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(line.value);
  if (!match) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00', utc] = match;
  const zone = utc === 'Z' ? 'UTC' : (line.parameters.TZID ?? 'UTC');
  try {
    const wall = Temporal.PlainDateTime.from(`${year}-${month}-${day}T${hour}:${minute}:${second}`);
    return wall.toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return null;
  }
}
