import type { ProviderKind } from '../kinds.ts';

/** Tells from a mail address, or from where somebody's calendar is, what kind of account it is. */
export interface AccountFinder {
  /** Sends no password, and asks no longer than a person waits. Never throws ProviderFailure. */
  find(typed: string): Promise<Finding>;
}

export type Finding =
  | {
      readonly found: true;
      readonly kind: ProviderKind;
      /** To begin its form with; null where it has to be typed, or is the same for all of the kind. */
      readonly url: string | null;
      readonly username: string | null;
      readonly by: FoundBy;
      /** What told it: a host, or the domain of a mail address. */
      readonly host: string;
    }
  | { readonly found: false; readonly why: NotFound; readonly host: string };

export type FoundBy =
  | 'host' // a host that everybody knows
  | 'mail' // who receives the mails of the domain
  | 'announced' // the domain says where its calendars are (RFC 6764)
  | 'answer' // the server itself answered so
  | 'shape'; // what was typed looks like one

export type NotFound =
  | 'unreadable' // neither a mail address nor one of the web
  | 'private' // in a network that Atelier does not ask
  | 'silent' // nothing answers there
  | 'unknown'; // something does, and it is no calendar
