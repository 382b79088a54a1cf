import type { StoredMail } from './mail/stored-mail.ts';

/** JSON as it goes over the wire. */
export type Fields = Readonly<Record<string, unknown>>;

/** A changed instance of a series. */
export interface StoredException {
  readonly id: string;
  fields: Fields;
  version: number;
  /** Place of its last change in the calendar's history. */
  changedAt: number;
}

/** A single event, or the master of a series. */
export interface StoredEvent {
  readonly id: string;
  readonly iCalUId: string;
  readonly createdAt: Temporal.Instant;
  modifiedAt: Temporal.Instant;
  readonly transactionId: string | null;
  fields: Fields;
  readonly extended: Map<string, string>;
  version: number;
  changedAt: number;
  /** Its last change that was none of an instance alone. */
  ownChangedAt: number;
  /** By the original start, an instant. */
  readonly exceptions: Map<string, StoredException>;
  /** Original starts of cancelled instances, and when in the history they went. */
  readonly cancelled: Map<string, number>;
}

export interface StoredCalendar {
  readonly id: string;
  name: string;
  canEdit: boolean;
  hexColor: string;
  isDefault: boolean;
  /** Of somebody else, who shares it. */
  owner: string | null;
  readonly events: Map<string, StoredEvent>;
  /** What is gone, and when in the history. */
  readonly removed: { readonly id: string; readonly at: number }[];
  /** How far the history has come. */
  history: number;
  /** Tokens older than this are dead. */
  deadBefore: number;
  /** Told of every change. */
  readonly told: (change: 'created' | 'updated' | 'deleted', eventId: string) => void;
}

export interface StoredUser {
  readonly id: string;
  readonly mail: string;
  readonly displayName: string;
  readonly calendars: Map<string, StoredCalendar>;
  readonly mailbox: StoredMail;
}

export interface GraphStore {
  readonly users: Map<string, StoredUser>;
  readonly now: () => Temporal.Instant;
  readonly newId: () => string;
}

/** An error as Graph says it. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly more: Fields;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: Fields = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.more = more;
    this.headers = headers;
  }
}

export const notFound = (): GraphError =>
  new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');

export const invalid = (message: string, code = 'ErrorPropertyValidationFailure'): GraphError =>
  new GraphError(400, code, message);
