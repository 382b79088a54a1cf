import type { EditReason } from './edit-reason.ts';

/** When an event starts or ends, as a person says it. */
export type EventTime =
  /** `YYYY-MM-DD`: all-day; as an end it is exclusive. */
  | { readonly date: string }
  /** `YYYY-MM-DDTHH:MM:SS` on the clocks of an IANA zone (or `UTC`); floating when the zone is null. */
  | { readonly local: string; readonly zone: string | null };

/** What a person says of an event. Texts are plain, without iCalendar escapes. */
export interface EventFields {
  readonly summary: string;
  readonly start: EventTime;
  /** After the start (an all-day end is the day behind the last one) and of the same kind. */
  readonly end: EventTime;
  readonly location: string | null;
  readonly description: string | null;
  readonly url: string | null;
  /** RRULE value, without `RRULE:`; null for a single event. */
  readonly rrule: string | null;
  readonly status: 'tentative' | 'confirmed' | 'cancelled' | null;
  /** Whether the time stays free. */
  readonly transparent: boolean;
  readonly classification: 'public' | 'private' | 'confidential';
  /** Signs on the screen, in minutes before the start; left out, none. */
  readonly alarms?: readonly number[] | undefined;
}

/** Only what changes: a field left out stays as it stands in the text, byte for byte. */
export type EventPatch = { readonly [Field in keyof EventFields]?: EventFields[Field] | undefined };

/** Which part of a series is meant. `recurrenceId` is an Occurrence's; a single event knows only `all`. */
export type EditScope =
  | { readonly scope: 'all' }
  | { readonly scope: 'this' | 'following'; readonly recurrenceId: string };

/** What comes from outside a pure edit. */
export interface EditContext {
  readonly now: Temporal.Instant;
  /** Zone of the calendar, for floating and all-day times. IANA name. */
  readonly zone: string;
  /** UID of the second resource, when the edit splits a series. */
  readonly newUid: string;
  /**
   * Whether the guests of a new resource may be invited by the server (RFC 6638, 7.1). In one that the server has
   * already, their lines stay as they are: a guest who passes to SCHEDULE-AGENT=CLIENT would be told of a cancellation
   * (3.2.1.2). There the request itself asks for silence (`Schedule-Reply: F`).
   */
  readonly invite: boolean;
}

export type EditResult =
  | {
      readonly ok: true;
      /** The patched resource; null when nothing of it remains (a deletion of all there is). */
      readonly text: string | null;
      /** The second resource of a split; null otherwise. */
      readonly split: string | null;
    }
  | EditRefused;

export interface EditRefused {
  readonly ok: false;
  readonly refusal: EditReason;
}
