import type { ProviderGap } from './gap.ts';

export interface PutRequest {
  readonly calendarHref: string;
  /** Where it is, or, for a new one, where it should be; a provider that names things itself answers with its own. */
  readonly href: string;
  readonly body: string;
  /** The version this one was made from; null for a new object. */
  readonly base: BaseVersion | null;
  /** It is a guest's answer: the server is to tell the organizer. Left out: it tells nobody, where it can be kept from it. */
  readonly tellsOrganizer?: boolean;
}

/** A version as it was last read from the provider. */
export interface BaseVersion {
  /** Null where the server tells none. */
  readonly etag: string | null;
  /**
   * Its text. Where etags tell nothing (none at all, or another one for the same text), it settles whether the
   * provider still has this version; and a provider that is told changes rather than texts finds in it what changed.
   * Without it, one that tells no etags is taken at its word.
   */
  readonly body?: string;
}

/** The object as the provider has it after a write. */
export interface StoredVersion {
  readonly outcome: 'stored';
  readonly href: string;
  readonly etag: string | null;
  readonly body: string;
}

/** The provider has another version than the one meant, or has one where none was meant: fetch and decide. */
export interface ChangedMeanwhile {
  readonly outcome: 'changed';
}

export interface AlreadyGone {
  readonly outcome: 'gone';
}

/** The UID is in use: at `href`, or nobody says where (a trash bin, another calendar of the account). */
export interface DuplicateUid {
  readonly outcome: 'duplicate';
  readonly href: string | null;
}

/** This object will not be taken as it is; others may. Failures of server or account are thrown instead. */
export interface WriteRefused {
  readonly outcome: 'refused';
  readonly reason: 'read-only' | 'invalid' | 'too-large' | 'locked' | 'no-room';
  /** For people: what happened; and what they can do. */
  readonly message: string;
  readonly hint: string;
  /** What it has no words for, where that is why. */
  readonly gap?: ProviderGap;
}

export interface RemoveRequest {
  readonly calendarHref: string;
  readonly href: string;
  readonly base: BaseVersion;
}

export interface MoveRequest extends RemoveRequest {
  readonly to: { readonly calendarHref: string; readonly href: string };
}

export type PutOutcome = StoredVersion | ChangedMeanwhile | AlreadyGone | DuplicateUid | WriteRefused;
export type RemoveOutcome = { readonly outcome: 'removed' } | ChangedMeanwhile | AlreadyGone | WriteRefused;
export type MoveOutcome = PutOutcome | { readonly outcome: 'unsupported' };
