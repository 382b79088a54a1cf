/** What sentences are told of besides their code. States, reasons and fields are named as the program names them. */

export type EndState = 'DECLINED' | 'EXPIRED' | 'WITHDRAWN' | 'CANCELLED' | 'COMPLETED' | 'NO_SHOW';

export type IdeaEnd = 'DECLINED' | 'WITHDRAWN' | 'EXPIRED' | 'CLOSED';

/** Why a time is not offered. */
export type TimeReason = 'CLOSED' | 'OFFGRID' | 'BUSY' | 'BUFFER' | 'NOTICE' | 'HORIZON' | 'LIMIT' | 'HELD';

export type IdeaField = 'placement' | 'size' | 'style' | 'budget' | 'preferredDays' | 'quote' | 'deposit';

export type Most = { readonly most: number };

export type Least = { readonly least: number };

/** A field that somebody types words into. */
export type TypedName =
  | ('name' | 'bio' | 'question' | 'chair' | 'service' | 'price' | 'deposit' | 'description')
  | ('studio' | 'phone' | 'zone' | 'language' | 'sender' | 'url' | 'address');

/** A figure that has bounds. */
export type NumberName =
  | ('notice' | 'horizon' | 'slotInterval' | 'dailyLimit' | 'cutOff')
  | ('position' | 'length' | 'buffer');

/** One session of a series that cannot be had. */
export type TakenTime = {
  /** ISO 8601 */
  readonly at: string;
  readonly reason: TimeReason;
};

/** What a provider's adapter says of a failure, in English; the kind is known here in other languages. */
export type ProviderFailure = {
  readonly kind: string;
  readonly message: string;
  readonly hint: string;
};

/** What a provider has no words for in an event. */
export type ProviderGap =
  | ('unreadable' | 'no-master' | 'own-zone' | 'this-and-future' | 'floating' | 'instance')
  | ('several-rules' | 'added-dates' | 'excluding-rule' | 'frequency' | 'parts' | 'several-days')
  | ('end-of-month' | 'position' | 'two-ends' | 'start' | 'no-length' | 'too-long')
  | ('restored' | 'guests' | 'meeting-note');

/** Where the test of a mailbox ended; what comes before it went well. */
export type MailTestAt = {
  readonly step: 'server' | 'encryption' | 'sign-in' | 'folders' | 'sending';
  /** The one that reads, or the one that sends. */
  readonly server: 'imap' | 'smtp';
  readonly host: string;
  readonly port: number;
};

/** What is wrong with a mail server; in English beside it, for troubles that no words are known for. */
export type MailFailed = MailTestAt & {
  readonly trouble: string;
  readonly message: string;
  readonly hint: string;
};
