import { z } from 'zod';

/** What of an event (Microsoft Graph v1.0, resource `event`) is read. What is missing or null reads as its default. */
const time = z.object({ dateTime: z.string(), timeZone: z.string().nullish() });
const person = z.object({
  emailAddress: z.object({ name: z.string().nullish(), address: z.string().nullish() }).nullish(),
  type: z.string().nullish(),
  status: z.object({ response: z.string().nullish() }).nullish(),
});
const recurrence = z.object({
  pattern: z.object({
    type: z.string(),
    interval: z.number().nullish(),
    daysOfWeek: z.array(z.string()).nullish(),
    firstDayOfWeek: z.string().nullish(),
    dayOfMonth: z.number().nullish(),
    month: z.number().nullish(),
    index: z.string().nullish(),
  }),
  range: z.object({
    type: z.string(),
    startDate: z.string(),
    endDate: z.string().nullish(),
    numberOfOccurrences: z.number().nullish(),
    recurrenceTimeZone: z.string().nullish(),
  }),
});

export const graphEvent = z.object({
  id: z.string(),
  '@odata.etag': z.string().nullish(),
  changeKey: z.string().nullish(),
  iCalUId: z.string().nullish(),
  type: z.string().nullish(),
  seriesMasterId: z.string().nullish(),
  originalStart: z.string().nullish(),
  originalStartTimeZone: z.string().nullish(),
  start: time,
  end: time,
  isAllDay: z.boolean().nullish(),
  subject: z.string().nullish(),
  body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
  location: z.object({ displayName: z.string().nullish() }).nullish(),
  attendees: z.array(person).nullish(),
  organizer: person.nullish(),
  isOrganizer: z.boolean().nullish(),
  responseStatus: z.object({ response: z.string().nullish() }).nullish(),
  showAs: z.string().nullish(),
  sensitivity: z.string().nullish(),
  importance: z.string().nullish(),
  categories: z.array(z.string()).nullish(),
  isCancelled: z.boolean().nullish(),
  isReminderOn: z.boolean().nullish(),
  reminderMinutesBeforeStart: z.number().nullish(),
  recurrence: recurrence.nullish(),
  cancelledOccurrences: z.array(z.string()).nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
  onlineMeetingUrl: z.string().nullish(),
  createdDateTime: z.string().nullish(),
  lastModifiedDateTime: z.string().nullish(),
  singleValueExtendedProperties: z.array(z.object({ id: z.string(), value: z.string().nullish() })).nullish(),
});

export type GraphEvent = z.infer<typeof graphEvent>;
export type GraphRecurrence = z.infer<typeof recurrence>;

/** A local date-time without an offset, and the name of its zone: IANA, or Windows. */
export interface GraphTime {
  readonly dateTime: string;
  readonly timeZone: string;
}

export type ShowAs = 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere';
export type Sensitivity = 'normal' | 'personal' | 'private' | 'confidential';
export type Importance = 'low' | 'normal' | 'high';

/** What of an event is written, by the names that Graph has for it: each is sent only where it changes. */
export interface GraphFields {
  readonly subject: string;
  readonly body: { readonly contentType: 'text' | 'html'; readonly content: string };
  readonly start: GraphTime;
  readonly end: GraphTime;
  readonly isAllDay: boolean;
  readonly location: { readonly displayName: string };
  readonly showAs: ShowAs;
  readonly sensitivity: Sensitivity;
  readonly importance: Importance;
  readonly categories: readonly string[];
  readonly isReminderOn: boolean;
  /** Null where there is no reminder: then it is not sent. */
  readonly reminderMinutesBeforeStart: number | null;
  readonly recurrence: PatternedRecurrence | null;
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
export type WeekIndex = 'first' | 'second' | 'third' | 'fourth' | 'last';

export type RecurrencePattern =
  | { readonly type: 'daily'; readonly interval: number }
  | {
      readonly type: 'weekly';
      readonly interval: number;
      readonly daysOfWeek: readonly Weekday[];
      readonly firstDayOfWeek: Weekday;
    }
  | { readonly type: 'absoluteMonthly'; readonly interval: number; readonly dayOfMonth: number }
  | {
      readonly type: 'relativeMonthly';
      readonly interval: number;
      readonly daysOfWeek: readonly Weekday[];
      readonly index: WeekIndex;
    }
  | {
      readonly type: 'absoluteYearly';
      readonly interval: number;
      readonly dayOfMonth: number;
      readonly month: number;
    }
  | {
      readonly type: 'relativeYearly';
      readonly interval: number;
      readonly daysOfWeek: readonly Weekday[];
      readonly index: WeekIndex;
      readonly month: number;
    };

/** Dates are dates of the series' own zone; `endDate` is the last on which an instance may begin. */
export type RecurrenceRange =
  | { readonly type: 'noEnd'; readonly startDate: string; readonly recurrenceTimeZone: string }
  | {
      readonly type: 'endDate';
      readonly startDate: string;
      readonly endDate: string;
      readonly recurrenceTimeZone: string;
    }
  | {
      readonly type: 'numbered';
      readonly startDate: string;
      readonly numberOfOccurrences: number;
      readonly recurrenceTimeZone: string;
    };

export interface PatternedRecurrence {
  readonly pattern: RecurrencePattern;
  readonly range: RecurrenceRange;
}
