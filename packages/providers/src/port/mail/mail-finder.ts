import type { OAuthKind } from '../../kinds.ts';
import type { MailServer } from './mail-account.ts';

/** Where mail is read and sent, before anybody has judged a certificate. */
export type MailPlace = Pick<MailServer, 'host' | 'port' | 'security'>;

export interface MailServers {
  readonly imap: MailPlace;
  readonly smtp: MailPlace;
}

/** Tells from a mail address how its mailbox is reached. */
export interface MailFinder {
  /** Sends no password, and nothing in clear; asks no longer than a person waits. Never throws ProviderFailure. */
  find(address: string): Promise<MailFinding>;
}

export type MailFinding =
  | {
      readonly found: true;
      readonly servers: MailServers;
      /** How the servers call the person. */
      readonly username: string;
      /** Whose own sign-in is to be preferred to a password; null: there is none. */
      readonly signIn: OAuthKind | null;
      readonly by: MailFoundBy;
      /** What told it. */
      readonly host: string;
      /** Of a host that nobody vouches for: it is shown before a password goes there (RFC 6186, 6). */
      readonly elsewhere: boolean;
    }
  | { readonly found: false; readonly why: 'unreadable' | 'silent'; readonly host: string };

export type MailFoundBy =
  | 'known' // a provider that everybody knows
  | 'exchange' // a known provider receives the mails of the domain
  | 'domain' // the domain has a page for mail programs
  | 'directory' // a directory of mail programs knows it
  | 'announced' // the domain says it in the DNS (RFC 6186, 8314)
  | 'answer'; // a server answers under a usual name
