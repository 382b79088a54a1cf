import type { Database } from '@atelier/database/database';
import type { MailAccountRow } from '@atelier/database/mailbox/account-store';
import type { ReadMessage } from '@atelier/mail/read/read-message';
import type { MailAccess } from '@atelier/providers/port/mail/mail-account';
import type { MailGateway } from '@atelier/providers/port/mail/mail-provider';

/** Reads a whole message where it can be stopped: hostile ones cost time and memory (M4). */
export interface MessageReader {
  /** Null where it cannot be read, or took too long. */
  read(source: Uint8Array): Promise<ReadMessage | null>;
}

/** What keeping mailboxes in step needs. Time, chance and ids come from outside. */
export interface MailServices {
  readonly database: Database;
  readonly mail: MailGateway;
  readonly reader: MessageReader;
  /** With the password opened; makes no request. */
  readonly accessTo: (account: MailAccountRow) => MailAccess;
  readonly clock: () => Date;
  /** In [0, 1). */
  readonly random: () => number;
  readonly newId: () => string;
  /** What nobody foresaw, for the log. */
  readonly report: (error: unknown, about: { readonly [key: string]: string }) => void;
}
