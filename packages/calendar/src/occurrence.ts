/** Milliseconds since 1970-01-01T00:00Z. The one number that stands for an instant, in bulk data only. */
export type EpochMs = number & { readonly __unit?: 'ms since epoch, UTC' };

/** What a person should know about an object that could not be read exactly as its author meant it. */
export type Flag =
  | 'unknown-zone' // a TZID without any definition: read in the calendar's zone
  | 'too-complex' // the rule ran out of its budget: occurrences may be missing
  | 'too-many' // more occurrences in the window than we keep
  | 'invalid-rule' // an RRULE or RDATE that cannot be read: the rest of the series is missing
  | 'mended-rule' // an RRULE that was not written as it should be, and has one meaning
  | 'invalid-end' // an end that cannot be read: blocks to the end of the day it starts on
  | 'mended-end' // an end that was not written as it should be, and has one meaning
  | 'zone-differs' // the file defines a zone otherwise than its name says
  | 'two-masters' // two events under one UID: the later revision is shown
  | 'invalid-guest' // a guest who cannot be read: their answer is not known
  | 'no-instances' // a series whose every instance is excluded
  | 'override-without-master'
  | 'mixed-uids'
  | 'missing-uid'
  | 'wrong-bytes' // some bytes of the text are no letters: it is shown, and never written back
  | 'repaired'; // the text needed mending before it could be parsed

/** One instance of an event, in UTC. `end` is exclusive and never before `start`. */
export interface Occurrence {
  /** Index into ReadObject.components: the master or the override that describes this instance. */
  readonly component: number;
  /**
   * Identity of the instance within its series: the original start, as an RFC 5545 value
   * (`20260329T073000Z`, or `20260329` for all-day; UTC even when the file says it by TZID).
   * Null for an event that does not recur and is no override.
   */
  readonly recurrenceId: string | null;
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly allDay: boolean;
  /** All-day only: `YYYY-MM-DD`, inclusive first day and exclusive last day; null otherwise. */
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly busy: boolean;
}

/** What the agenda shows of one VEVENT (master or override). Plain JSON: it is stored as such. */
export interface EventComponent {
  readonly summary: string;
  readonly location: string | null;
  readonly description: string | null;
  readonly url: string | null;
  /** RRULE source text of a master that recurs, else null. */
  readonly rrule: string | null;
  /** IANA zone of DTSTART; UTC says 'UTC'. Null for floating and all-day, and for a zone only the file defines. */
  readonly timeZone: string | null;
  readonly status: 'tentative' | 'confirmed' | 'cancelled' | null;
  readonly transparent: boolean;
  readonly classification: 'public' | 'private' | 'confidential';
  /** Display names or addresses of the attendees, in file order, at most 50. */
  readonly attendees: readonly string[];
  readonly organizer: string | null;
}

/** One calendar object resource, read. */
export interface ReadObject {
  readonly uid: string;
  readonly sequence: number;
  /** In file order; empty when the resource holds no VEVENT (a task, say): kept and not shown. */
  readonly components: readonly EventComponent[];
  readonly recurring: boolean;
  /**
   * No instance starts before `firstStart` or ends after `lastEnd`, whatever the window. `firstStart` is exact;
   * `lastEnd` is exact for a single event and may be a bound for a series: behind UNTIL, behind what EXDATE takes
   * away, and null for a rule that never ends or counts past 5,000.
   */
  readonly firstStart: EpochMs | null;
  readonly lastEnd: EpochMs | null;
  /** Instances that touch the window, ordered by start. An object that does not recur is listed whole, window or not. */
  readonly occurrences: readonly Occurrence[];
  readonly flags: readonly Flag[];
}

export type ReadResult =
  | { readonly ok: true; readonly object: ReadObject }
  /** Quarantine. */
  | { readonly ok: false; readonly reason: ReadReason };

/** Why nothing can be read of a text; whoever shows it has the sentence. */
export type ReadReason =
  | 'read-too-large'
  | 'read-too-many-parts'
  | 'read-empty'
  | 'read-no-event'
  | 'read-no-calendar'
  | 'read-without-start'
  // Messages about an event that are none (RFC 5546, 3.2).
  | 'read-reply'
  | 'read-counter'
  | 'read-decline-counter'
  | 'read-refresh';

export interface ReadContext {
  /** Zone of the calendar: for floating and all-day times, and for unknown TZIDs. IANA name. */
  readonly zone: string;
  /** Half-open window [from, to) in which recurring objects are expanded. */
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** Whether STATUS:TENTATIVE blocks time (T4). Default true. */
  readonly tentativeBlocks?: boolean;
  /** Addresses of the calendar's owner, where known: an event they declined is free (T4). */
  readonly owner?: readonly string[];
  /** METHOD of the file that the text was taken from (RFC 5546); left out, what the text says itself. */
  readonly method?: string | null;
}
