import type { Mailbox } from '@atelier/mail/address/mailbox';

/** A message as it is written down, once an account. */
export interface StoredMessage {
  readonly id: string;
  readonly identity: string;
  readonly messageId: string | null;
  readonly references: readonly string[];
  readonly threadId: string;
  readonly subject: string;
  readonly baseSubject: string;
  readonly from: readonly Mailbox[];
  readonly replyTo: readonly Mailbox[];
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly people: readonly string[];
  readonly date: Date;
  readonly size: number;
  readonly hasAttachment: boolean;
  readonly hasInvitation: boolean;
}

/** Where it lies. */
export interface StoredPlacement {
  readonly id: string;
  readonly uid: number;
  readonly messageId: string;
  readonly flags: readonly string[];
  readonly seen: boolean;
  readonly flagged: boolean;
  readonly date: Date;
}
