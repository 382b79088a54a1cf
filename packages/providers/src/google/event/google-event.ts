/** A row of Google Calendar, in so far as it is read here (reference of `events`, v3). Of what is deleted, little is left. */
export interface GoogleEvent {
  readonly id: string;
  readonly etag: string;
  readonly status?: string;
  readonly iCalUID?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly location?: string;
  readonly start?: GoogleTime;
  readonly end?: GoogleTime;
  readonly recurrence?: readonly string[];
  readonly recurringEventId?: string;
  readonly originalStartTime?: GoogleTime;
  readonly transparency?: string;
  readonly visibility?: string;
  readonly reminders?: GoogleReminders;
  readonly source?: { readonly url?: string };
  readonly attendees?: readonly GooglePerson[];
  readonly organizer?: GooglePerson;
  readonly hangoutLink?: string;
  readonly eventType?: string;
  readonly sequence?: number;
  readonly created?: string;
  readonly updated?: string;
  readonly extendedProperties?: { readonly private?: Readonly<Record<string, string>> };
}

export interface GoogleTime {
  readonly date?: string | null;
  readonly dateTime?: string | null;
  readonly timeZone?: string | null;
}

export interface GoogleReminders {
  readonly useDefault: boolean;
  readonly overrides?: readonly GoogleReminder[];
}

export interface GoogleReminder {
  readonly method: string;
  readonly minutes: number;
}

export interface GooglePerson {
  readonly email?: string;
  readonly displayName?: string;
  readonly self?: boolean;
  readonly resource?: boolean;
  readonly optional?: boolean;
  readonly responseStatus?: string;
}

/** A single event, or a series with what is known of its instances. */
export interface GoogleSeries {
  /** Null where only an instance can be seen. */
  readonly master: GoogleEvent | null;
  /** Changed and cancelled instances, in any order. */
  readonly instances: readonly GoogleEvent[];
}

/** A row out of an answer; null where it is none. */
export function googleEvent(value: unknown): GoogleEvent | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, etag } = value as { readonly id?: unknown; readonly etag?: unknown };
  return typeof id === 'string' && typeof etag === 'string' ? (value as GoogleEvent) : null;
}

export const isCancelled = ({ status }: GoogleEvent): boolean => status === 'cancelled';

export const isSeries = ({ recurrence }: GoogleEvent): boolean => (recurrence?.length ?? 0) > 0;
