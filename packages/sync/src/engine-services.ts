import type { ConnectionRow } from '@atelier/database/account/connection-store';
import type { Database } from '@atelier/database/database';
import type { CalendarProvider } from '@atelier/providers/port/calendar-provider';

/** What the engine is given. Time, chance and ids come from outside, so that a simulation can own them. */
export interface EngineServices {
  readonly database: Database;
  /** Opens an account with its decrypted password; makes no request. */
  readonly openAccount: (connection: ConnectionRow) => Promise<CalendarProvider>;
  readonly clock: () => Date;
  /** In [0, 1). */
  readonly random: () => number;
  readonly newId: () => string;
  /** How much of one account is done at a time; a simulation that is to repeat itself does one thing after the other. */
  readonly atATime: { readonly calendars: number; readonly writes: number };
  /** How often a calendar is asked all the same whose provider tells of changes, in seconds. */
  readonly toldSeconds: number;
  /** IANA zone for calendars whose provider names none. */
  readonly studioZone: () => Promise<string>;
  readonly bookings: OpenBookings;
  /** Told after every committed page; light, may be dropped. */
  readonly progressed: (calendarId: string) => void;
  /** What nobody foresaw, for the log. */
  readonly report: (error: unknown, about: { readonly [key: string]: string }) => void;
}

/** The little that the engine has to know of bookings. */
export interface OpenBookings {
  /** Those of these objects that are the event of an open booking, which its removal would cancel or decline. */
  openEntriesAmong(objectIds: readonly string[]): Promise<readonly string[]>;
  /** Those of these calendars in which a request waits for an answer. */
  calendarsAwaitingAnswer(calendarIds: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Enough to be quick, few enough not to be rude. */
export const AT_A_TIME = { calendars: 2, writes: 3 };
