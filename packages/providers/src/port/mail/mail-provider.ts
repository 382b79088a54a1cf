import type { Mailbox } from '@atelier/mail/address/mailbox';
import type { FlagEdit } from '@atelier/mail/flags/flag-edit';
import type { FolderRoleGuess } from '@atelier/mail/folder/folder-role';
import type { SendResult } from '@atelier/mail/outgoing/outgoing-state';
import type { MailAccess, MailServer, PinnedCertificate } from './mail-account.ts';

/** What a server tells of a folder without opening it. Numbers beyond 2^53 are text. */
export interface FolderStatus {
  /** Another one voids every UID (RFC 9051, 2.3.1.1). */
  readonly uidValidity: string;
  readonly uidNext: number;
  readonly messages: number;
  readonly unseen: number;
  /** Null where the server counts no changes, or this folder's not (RFC 7162, 3.1.2.2). */
  readonly highestModseq: string | null;
}

export interface RemoteFolder {
  readonly path: string;
  /** The last part of the path. */
  readonly name: string;
  readonly delimiter: string;
  readonly role: FolderRoleGuess | null;
  /** False: it holds folders alone. */
  readonly selectable: boolean;
  /** Null where it cannot be asked. */
  readonly status: FolderStatus | null;
}

/** What a list shows of a message, without its body. */
export interface RemoteMessage {
  readonly uid: number;
  readonly flags: readonly string[];
  readonly messageId: string | null;
  /** What it answers, the parent last. */
  readonly references: readonly string[];
  readonly from: readonly Mailbox[];
  readonly replyTo: readonly Mailbox[];
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  /** As the message says; null where it says none that can be read. */
  readonly date: Date | null;
  readonly arrived: Date;
  /** Bytes. */
  readonly size: number;
  readonly hasAttachment: boolean;
  readonly hasInvitation: boolean;
}

export interface UidFlags {
  readonly uid: number;
  readonly flags: readonly string[];
}

/** A folder that is open. One is at a time. UIDs are within its UIDVALIDITY. */
export interface OpenFolder {
  readonly status: FolderStatus;
  /** Messages with these UIDs that are there; in pieces, each in no particular order. */
  messages(uids: readonly number[]): AsyncIterable<readonly RemoteMessage[]>;
  /** Everything that is there, ascending. */
  uids(): Promise<readonly number[]>;
  /** Whose flags have changed since; null where the server counts no changes. What is gone, `uids` tells. */
  changedSince(modseq: string): Promise<readonly UidFlags[] | null>;
  flags(uids: readonly number[]): Promise<readonly UidFlags[]>;
  /** UIDs with a flag that the server can look up quickly. */
  having(flag: 'seen' | 'flagged'): Promise<readonly number[]>;
  /** The whole message; null where it is gone. @throws ProviderFailure `too-large` beyond `most` bytes. */
  source(uid: number, most: number): Promise<Uint8Array | null>;
  /** Of these, whatever is there still. */
  editFlags(uids: readonly number[], edit: FlagEdit): Promise<void>;
  /**
   * Never leaves two or none (M2): where it fails half-way, the message is where it was.
   * @returns the UIDs there by those here; null where the server does not say.
   */
  move(uids: readonly number[], to: string): Promise<ReadonlyMap<number, number> | null>;
  /**
   * For good, and just these (M2).
   * @returns false where the server cannot delete just these: nothing was done.
   */
  remove(uids: readonly number[]): Promise<boolean>;
  /** UIDs of messages with this Message-ID (without brackets). */
  withMessageId(messageId: string): Promise<readonly number[]>;
}

/** One line to one account, used by one runner at a time. Whatever goes wrong is a ProviderFailure. */
export interface MailProvider {
  /** Everything, with what it is told of each at once (RFC 5819). */
  folders(): Promise<readonly RemoteFolder[]>;
  /** @throws ProviderFailure `not-found` */
  open(path: string): Promise<OpenFolder>;
  /** @returns its UID; null where the server does not say. */
  append(path: string, source: Uint8Array, flags: readonly string[], at: Date): Promise<number | null>;
  /** Below the person's own folders, subscribed. @returns its path. */
  create(name: string): Promise<string>;
  /** Commands sent so far. */
  readonly commands: number;
  close(): Promise<void>;
}

/** A line on which a server says by itself that something happened (RFC 2177). */
export interface MailWatch {
  /** Resolves when the line has ended, for whatever reason. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

export interface OutgoingSource {
  readonly from: string;
  readonly recipients: readonly string[];
  /** The bytes as they are sent, every time the same. */
  readonly source: Uint8Array;
}

/** What a mail says, before it is bytes. Ids of messages are without brackets. */
export interface ComposedMail {
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly date: Date;
  readonly files: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[];
  /** What it says to calendars (RFC 6047), beside the text; left out: nothing. */
  readonly calendar?: { readonly method: 'REPLY'; readonly text: string };
}

/** Reads, or sends. */
export type MailTestStep = 'imap' | 'smtp';

/** A certificate that nobody vouches for, as the person has to judge it. */
export interface OfferedCertificate extends PinnedCertificate {
  readonly subject: string;
  readonly issuer: string;
  readonly validTo: string;
}

/** Whose mailbox it is. */
export interface MailIdentity {
  readonly address: string;
  /** By which the provider knows them, equal to that of their calendars; the address where there is none. */
  readonly personId: string;
}

export interface MailGateway {
  /** @throws ProviderFailure */
  identify(access: MailAccess): Promise<MailIdentity>;
  /** Its bytes, the same for every attempt; blind copies are in no header. */
  compose(mail: ComposedMail): Promise<Uint8Array>;
  /** The same with them, for the author's own copy. */
  withBlindCopies(source: Uint8Array, bcc: readonly Mailbox[]): Uint8Array;
  /** @throws ProviderFailure */
  connect(access: MailAccess): Promise<MailProvider>;
  /** Watches the inbox; `changed` may be called more often than something changes. @throws ProviderFailure */
  watch(access: MailAccess, changed: () => void): Promise<MailWatch>;
  /** Hands a mail over, once; never throws. */
  send(access: MailAccess, mail: OutgoingSource): Promise<SendResult>;
  /** Signs in to send, and sends nothing. @throws ProviderFailure */
  testSending(access: MailAccess): Promise<void>;
  /**
   * What a server is and shows of itself, without a password being sent; null where its certificate needs no judging.
   * @throws ProviderFailure, in the words of what is there instead.
   */
  certificate(server: MailServer, kind: MailTestStep): Promise<OfferedCertificate | null>;
}
