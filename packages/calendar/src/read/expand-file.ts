import { touches } from '../event/series/occurrence-of.ts';
import type { EpochMs, Flag, Occurrence, ReadContext, ReadObject, ReadReason } from '../occurrence.ts';
import { splitIcsFile } from './ics-file.ts';
import { readObject } from './read-object.ts';

type ExpandReason =
  | ReadReason
  | 'expand-too-complex'
  | 'expand-rule-unreadable'
  | 'expand-ends-first'
  | 'expand-all-excluded';

/** One instance out of a file, or one object of it that cannot be shown as it should. */
export interface ExpandedRow {
  readonly uid: string;
  readonly recurrenceId: string | null;
  /** `2026-03-29T07:30:00Z`; `2026-03-29` for all-day. Null where `error` says why. */
  readonly start: string | null;
  /** Exclusive, in the same form. */
  readonly end: string | null;
  readonly allDay: boolean;
  readonly busy: boolean;
  readonly summary: string;
  readonly flags: readonly Flag[];
  readonly error?: ExpandReason;
}

/**
 * All instances in a file that touch the window, ordered by start. An object that cannot be read, or whose
 * rule cannot, has a row with `error` in place of what would be missing; those come last.
 */
export function expandIcsFile(text: string, context: ReadContext): ExpandedRow[] {
  const resources = splitIcsFile(text);
  // A text without any component has its own reason.
  const sources = resources.length > 0 ? resources : [{ uid: '', text, method: null }];
  const timed = sources.flatMap((resource) =>
    rowsOf(resource.uid, resource.text, { ...context, method: resource.method }),
  );
  return timed
    .toSorted((a, b) => a.at - b.at || (a.row.uid < b.row.uid ? -1 : Number(a.row.uid > b.row.uid)))
    .map(({ row }) => row);
}

interface TimedRow {
  readonly at: EpochMs;
  readonly row: ExpandedRow;
}

function rowsOf(uid: string, text: string, context: ReadContext): TimedRow[] {
  const read = readObject(text, context);
  if (!read.ok) return [errorRow(uid, '', [], read.reason)];
  const { object } = read;
  const rows = object.occurrences
    .filter((occurrence) => touches(occurrence, context))
    .map((occurrence) => ({ at: occurrence.start, row: rowOf(object, occurrence) }));
  const doubt = rows.length === 0 ? doubtAbout(object.flags, text, object) : null;
  return doubt === null ? rows : [errorRow(uid, object.components[0]?.summary ?? '', object.flags, doubt)];
}

/** Why nothing of an object may be in the window although it might belong there. */
function doubtAbout(flags: readonly Flag[], text: string, object: ReadObject): ExpandReason | null {
  if (flags.includes('too-complex')) return 'expand-too-complex';
  if (flags.includes('invalid-rule')) return 'expand-rule-unreadable';
  if (flags.includes('no-instances')) {
    return endsBeforeItBegins(text, object) ? 'expand-ends-first' : 'expand-all-excluded';
  }
  return null;
}

/** By the digits of the two values: what they say in one zone or the other differs by less than a day. */
function endsBeforeItBegins(text: string, { components }: ReadObject): boolean {
  const until = /UNTIL=\s*([\dT]{8,15})/i.exec(components[0]?.rrule ?? '')?.[1];
  const start = /^DTSTART(?:;(?:"[^"]*"|[^":\r\n])*)?:(\d{8}(?:T\d{6})?)/im.exec(text)?.[1];
  return until !== undefined && start !== undefined && until.slice(0, start.length) < start;
}

function errorRow(uid: string, summary: string, flags: readonly Flag[], error: ExpandReason): TimedRow {
  const nowhere = { recurrenceId: null, start: null, end: null, allDay: false, busy: false };
  return { at: Number.POSITIVE_INFINITY, row: { uid, ...nowhere, summary, flags, error } };
}

function rowOf(object: ReadObject, occurrence: Occurrence): ExpandedRow {
  return {
    uid: object.uid,
    recurrenceId: occurrence.recurrenceId,
    start: occurrence.startDate ?? isoInstant(occurrence.start),
    end: occurrence.endDate ?? isoInstant(occurrence.end),
    allDay: occurrence.allDay,
    busy: occurrence.busy,
    summary: object.components[occurrence.component]?.summary ?? '',
    flags: object.flags,
  };
}

function isoInstant(at: EpochMs): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
