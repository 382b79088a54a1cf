import type { Temporal } from 'temporal-polyfill';

export type QuickLanguage = 'en' | 'fr';

export interface QuickQuestion {
  readonly language: QuickLanguage;
  /** The moment it is asked at, on the clocks of the zone that the times are meant in. */
  readonly now: Temporal.ZonedDateTime;
  /** Whether 12/03 is the 12th of March; by default it is in French, and not in English. */
  readonly dayFirst?: boolean;
  /** Those one may write to, for `/name` and `#name`. */
  readonly calendars?: readonly { readonly id: string; readonly name: string }[];
  /** Names of people who are known. */
  readonly people?: readonly string[];
  /** What the person does not mean so: these words stay in the title. */
  readonly without?: readonly Pick<Span, 'from' | 'to'>[];
}

export type SpanKind =
  | 'date'
  | 'time'
  | 'duration'
  | 'repeat'
  | 'until'
  | 'allDay'
  | 'place'
  | 'people'
  | 'calendar'
  | 'alarm'
  | 'free';

/** Words that were understood. Offsets are UTF-16 units in the sentence, the end exclusive. */
export interface Span {
  readonly kind: SpanKind;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What a person should look at before it is saved. */
export type Doubt =
  /** `said` is the weekday of the sentence, 1 is Monday. */
  | { readonly code: 'other-weekday'; readonly said: number; readonly date: string }
  | { readonly code: 'day-or-month'; readonly date: string; readonly other: string }
  | { readonly code: 'which-week'; readonly date: string; readonly other: string }
  /** Another date or time in the sentence was left in the title. */
  | { readonly code: 'left-over'; readonly text: string }
  | { readonly code: 'once-or-again' }
  | { readonly code: 'at-night' }
  | { readonly code: 'past' }
  /** A length without a time to begin at. */
  | { readonly code: 'no-time' }
  | { readonly code: 'no-date' };

/** An event as a sentence describes it. */
export interface QuickEvent {
  readonly title: string;
  /** `YYYY-MM-DDTHH:MM` on the clocks of the zone, or `YYYY-MM-DD` of an all-day event. */
  readonly start: string;
  /** In the form of the start and behind it; of an all-day event the day after the last. */
  readonly end: string;
  readonly allDay: boolean;
  /** RRULE value (RFC 5545 3.3.10). */
  readonly rrule: string | null;
  readonly location: string | null;
  /** Id of a calendar that was asked for. */
  readonly calendar: string | null;
  readonly people: readonly string[];
  /** Minutes before the start. */
  readonly alarms: readonly number[];
  /** Whether the time is taken; of a whole day only where somebody is away. */
  readonly busy: boolean;
  readonly spans: readonly Span[];
  readonly doubts: readonly Doubt[];
}

/** More than anybody says in one sentence; what stands behind it is not read. */
export const LONGEST_SENTENCE = 200;
