/** A JSON object as it travels. */
export type Fields = { readonly [name: string]: unknown };

/** One row: a single event, a series, or an instance that differs from its series. */
export interface StoredEvent {
  readonly id: string;
  /** Grows by every change of the calendar; the version of this row, and its place in a delta. */
  readonly sequence: number;
  readonly fields: Fields;
}

export interface StoredCalendar {
  readonly id: string;
  /** The entry in the list of calendars, without its id. */
  readonly entry: Fields;
  readonly timeZone: string;
  readonly events: Map<string, StoredEvent>;
  /** Counts the changes. */
  sequence: number;
  /** Deltas from before it are refused with 410. */
  oldestToken: number;
  /** Told of every change. */
  readonly told: () => void;
}

export interface StoredUser {
  readonly mail: string;
  readonly calendars: Map<string, StoredCalendar>;
}

export interface GoogleStore {
  readonly users: Map<string, StoredUser>;
  readonly now: () => Temporal.Instant;
}

export class GoogleError extends Error {
  readonly status: number;
  readonly reason: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    reason: string,
    message = reason,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.reason = reason;
    this.headers = headers;
  }
}

export function textIn(fields: Fields | undefined, name: string): string | null {
  const value = fields?.[name];
  return typeof value === 'string' ? value : null;
}

export function objectIn(fields: Fields | undefined, name: string): Fields | undefined {
  const value = fields?.[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

export const etagOf = ({ sequence }: StoredEvent): string => `"31811${String(sequence).padStart(9, '0')}000"`;

/** Writes a row, and gives it a new version. */
export function store(
  calendar: StoredCalendar,
  id: string,
  fields: Fields,
  now: Temporal.Instant,
): StoredEvent {
  calendar.sequence += 1;
  const event = { id, sequence: calendar.sequence, fields: { ...fields, updated: now.toString() } };
  calendar.events.set(id, event);
  calendar.told();
  return event;
}

export const isCancelled = ({ fields }: StoredEvent): boolean => fields['status'] === 'cancelled';

/** Rows of a series besides its master. */
export function exceptionsOf(calendar: StoredCalendar, masterId: string): readonly StoredEvent[] {
  return [...calendar.events.values()].filter(({ fields }) => fields['recurringEventId'] === masterId);
}
