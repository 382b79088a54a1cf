import type { Credential } from '../account.ts';

/** How a server is reached: TLS from the first byte, TLS after STARTTLS, or in clear (allowed private hosts alone). */
export type MailSecurity = 'tls' | 'starttls' | 'none';

export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  /** A certificate that nobody vouches for and that a person has accepted: exactly this one is (SHA-256, in hex). */
  readonly pinned: PinnedCertificate | null;
}

export interface PinnedCertificate {
  readonly fingerprint: string;
  /** PEM. */
  readonly certificate: string;
}

/** By IMAP and SMTP. */
export interface LineReach {
  readonly imap: MailServer;
  readonly smtp: MailServer;
}

/** By Microsoft Graph: `https://graph.microsoft.com/v1.0`. */
export interface GraphReach {
  readonly graph: string;
}

/** What is kept of how an account is reached. */
export type MailReach = LineReach | GraphReach;

export function isLineReach(reach: MailReach): reach is LineReach {
  return 'imap' in reach;
}

export interface MailAccess<Reach extends MailReach = MailReach> {
  readonly reach: Reach;
  /** Whose mailbox it is, where a sign-in says no user name. */
  readonly address: string;
  readonly credential: Credential;
  /** Under which a provider may keep what it has to remember of the account; null: it is only tried. */
  readonly accountId: string | null;
}
