import type { ConnectionRow } from '@atelier/database/account/connection-store';
import type { Database } from '@atelier/database/database';
import type { addConnection } from '@atelier/database/testing/add-connection';
import type { ProviderKind } from '@atelier/providers/kinds';
import type { CalendarProvider } from '@atelier/providers/port/calendar-provider';

/** What a studio with one account has. */
export const CALENDARS = ['work', 'home'] as const;
export type PlainCalendar = (typeof CALENDARS)[number];
/** Each names one calendar of a whole studio, wherever that is kept. */
export type CalendarName = PlainCalendar | 'outlook' | 'google';

/** An account somewhere, and whatever its service is asked for. */
export interface SimulatedAccount extends AsyncDisposable {
  readonly kind: ProviderKind;
  readonly calendars: readonly CalendarName[];
  /** Of the row of the account. */
  readonly row: NewAccount;
  readonly capabilities?: { readonly syncCollection: boolean; readonly ctag: boolean };
  hrefOf(calendar: CalendarName): string;
  /** What the provider has, by the name that ends an href. */
  remote(calendar: CalendarName): ReadonlyMap<string, { readonly body: string }>;
  /** How many writes the provider has been asked for. */
  writes(): number;
  /** What no client may do on any day. */
  badHabits(): readonly string[];
  open(connection: ConnectionRow, database: Database): CalendarProvider;
  /** What is to be told of how the service is. */
  readonly story: string | null;
}

export type NewAccount = Omit<Parameters<typeof addConnection>[1], 'id' | 'ownerId' | 'addressesAt'>;

/** Whatever people, and their provider, do to a studio from outside. */
export interface RemoteSide {
  create(): void;
  act(): void;
  /** Something goes wrong; says what. */
  fault(): string;
  /** Somebody acts while a write of ours is under way; says when. */
  race(): string;
  /** The provider is well again: as it always is, that is. */
  clear(): Promise<void>;
  readonly hand: BookingHand;
}

/** An artist who answers bookings in an app of the provider's. */
export interface BookingHand {
  /** @param name that ends its href. */
  rewrite(calendar: CalendarName, name: string, before: string, after: string): void;
  remove(calendar: CalendarName, name: string): void;
}
