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

/** What is kept of how an account is reached. */
export interface MailReach {
  readonly imap: MailServer;
  readonly smtp: MailServer;
}

export interface MailCredential {
  readonly username: string;
  readonly password: string;
}

export interface MailAccess extends MailCredential {
  readonly reach: MailReach;
}
