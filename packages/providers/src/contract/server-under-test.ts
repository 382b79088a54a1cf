import type { AccountAccess } from '../port/account.ts';
import type { Cursor } from '../port/changes.ts';
import type { ProviderGateway } from '../port/gateway.ts';

/** What the test of a protocol brings: one account at one server, and hands that work past the provider, as other clients do. */
export interface ServerUnderTest extends AsyncDisposable {
  readonly gateway: ProviderGateway;
  readonly access: AccountAccess;
  /** Makes a calendar for events; gives its href. */
  makeCalendar(name: string): Promise<string>;
  put(calendarHref: string, name: string, body: string): Promise<void>;
  delete(calendarHref: string, name: string): Promise<void>;
  /** Null where there is none. */
  get(
    calendarHref: string,
    name: string,
  ): Promise<{ readonly etag: string | null; readonly body: string } | null>;
  /** Where an object of this name is; of a server that names things itself, where it was put. */
  hrefOf(calendarHref: string, name: string): string;
  /** Of a server that names things itself: told where an object that was to be called so has been put. */
  called?(calendarHref: string, name: string, href: string): void;
  /** The list of calendars says nothing of their versions: each has to be asked. */
  readonly tellsNoVersions?: boolean;
  /** Where there is no calendar, beside one that is. */
  missingCalendar(calendarHref: string): string;
  /** As the provider writes them, of a history that the server does not know. */
  readonly lostCursor: Cursor;
}

/** Null where there is no such server on this machine. */
export type StartServer = () => Promise<ServerUnderTest | null>;
