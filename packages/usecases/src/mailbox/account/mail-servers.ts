import type { MailServer } from '@atelier/providers/port/mail/mail-account';

type Place = Pick<MailServer, 'host' | 'port' | 'security'>;

export interface MailServers {
  readonly imap: Place;
  readonly smtp: Place;
}

const tls = (host: string, port: number): Place => ({ host, port, security: 'tls' });
const startTls = (host: string, port: number): Place => ({ host, port, security: 'starttls' });

const INFOMANIAK: MailServers = {
  imap: tls('mail.infomaniak.com', 993),
  smtp: tls('mail.infomaniak.com', 465),
};
const GOOGLE: MailServers = { imap: tls('imap.gmail.com', 993), smtp: tls('smtp.gmail.com', 465) };
const APPLE: MailServers = { imap: tls('imap.mail.me.com', 993), smtp: startTls('smtp.mail.me.com', 587) };
const MICROSOFT: MailServers = {
  imap: tls('outlook.office365.com', 993),
  smtp: startTls('smtp.office365.com', 587),
};
const GMX: MailServers = { imap: tls('imap.gmx.net', 993), smtp: tls('mail.gmx.net', 465) };

/** By the host of the address: what providers publish for mail programs. */
const BY_HOST: Readonly<Record<string, MailServers>> = {
  'infomaniak.com': INFOMANIAK,
  'ik.me': INFOMANIAK,
  'ikmail.com': INFOMANIAK,
  'gmail.com': GOOGLE,
  'googlemail.com': GOOGLE,
  'icloud.com': APPLE,
  'me.com': APPLE,
  'mac.com': APPLE,
  'outlook.com': MICROSOFT,
  'hotmail.com': MICROSOFT,
  'live.com': MICROSOFT,
  'gmx.net': GMX,
  'gmx.ch': GMX,
  'gmx.de': GMX,
  'bluewin.ch': { imap: tls('imaps.bluewin.ch', 993), smtp: tls('smtpauths.bluewin.ch', 465) },
  'orange.fr': { imap: tls('imap.orange.fr', 993), smtp: tls('smtp.orange.fr', 465) },
  'free.fr': { imap: tls('imap.free.fr', 993), smtp: tls('smtp.free.fr', 465) },
  'yahoo.com': { imap: tls('imap.mail.yahoo.com', 993), smtp: tls('smtp.mail.yahoo.com', 465) },
};

export function hostOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** Where an address's mail is known to be; null where that is not known. */
export function knownServers(address: string): MailServers | null {
  return BY_HOST[hostOf(address)] ?? null;
}

/** What hosts call their mail servers, the most usual first; looked at one after the other, with no password. */
export function likelyServers(address: string): readonly MailServers[] {
  const host = hostOf(address);
  return [
    { imap: tls(`imap.${host}`, 993), smtp: tls(`smtp.${host}`, 465) },
    { imap: tls(`mail.${host}`, 993), smtp: tls(`mail.${host}`, 465) },
    INFOMANIAK,
  ];
}
