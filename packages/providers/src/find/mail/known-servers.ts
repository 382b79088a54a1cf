import type { ProviderKind } from '../../kinds.ts';
import type { MailPlace, MailServers } from '../../port/mail/mail-finder.ts';

const tls = (host: string, port: number): MailPlace => ({ host, port, security: 'tls' });
const startTls = (host: string, port: number): MailPlace => ({ host, port, security: 'starttls' });
const both = (imap: string, smtp: string): MailServers => ({ imap: tls(imap, 993), smtp: tls(smtp, 465) });

const INFOMANIAK = both('mail.infomaniak.com', 'mail.infomaniak.com');
const GOOGLE = both('imap.gmail.com', 'smtp.gmail.com');
const APPLE: MailServers = { imap: tls('imap.mail.me.com', 993), smtp: startTls('smtp.mail.me.com', 587) };
const MICROSOFT: MailServers = {
  imap: tls('outlook.office365.com', 993),
  smtp: startTls('smtp.office365.com', 587),
};
const GMX = both('imap.gmx.net', 'mail.gmx.net');

/** Of the providers that have calendars as well, by the kind of account that those are. */
export const OF_KIND: Readonly<Partial<Record<ProviderKind, MailServers>>> = {
  infomaniak: INFOMANIAK,
  google: GOOGLE,
  icloud: APPLE,
  microsoft: MICROSOFT,
};

/** Of the others, by the host of the address: what providers publish for mail programs. */
const BY_HOST: Readonly<Record<string, MailServers>> = {
  'gmx.net': GMX,
  'gmx.ch': GMX,
  'gmx.de': GMX,
  'gmx.at': GMX,
  'web.de': { imap: tls('imap.web.de', 993), smtp: startTls('smtp.web.de', 587) },
  'bluewin.ch': both('imaps.bluewin.ch', 'smtpauths.bluewin.ch'),
  'orange.fr': both('imap.orange.fr', 'smtp.orange.fr'),
  'wanadoo.fr': both('imap.orange.fr', 'smtp.orange.fr'),
  'free.fr': both('imap.free.fr', 'smtp.free.fr'),
  'laposte.net': both('imap.laposte.net', 'smtp.laposte.net'),
  'sfr.fr': both('imap.sfr.fr', 'smtp.sfr.fr'),
  'yahoo.com': both('imap.mail.yahoo.com', 'smtp.mail.yahoo.com'),
  'yahoo.fr': both('imap.mail.yahoo.com', 'smtp.mail.yahoo.com'),
  'aol.com': both('imap.aol.com', 'smtp.aol.com'),
  'fastmail.com': both('imap.fastmail.com', 'smtp.fastmail.com'),
};

/** Who receives the mails of a domain at providers without calendars here: ends of what MX records name. */
const BY_EXCHANGE: readonly (readonly [string, MailServers])[] = [
  ['mail.gandi.net', both('mail.gandi.net', 'mail.gandi.net')],
  ['mail.ovh.net', both('ssl0.ovh.net', 'ssl0.ovh.net')],
  ['kundenserver.de', both('imap.ionos.com', 'smtp.ionos.com')],
  ['ionos.com', both('imap.ionos.com', 'smtp.ionos.com')],
  ['messagingengine.com', both('imap.fastmail.com', 'smtp.fastmail.com')],
  ['mailbox.org', both('imap.mailbox.org', 'smtp.mailbox.org')],
  ['migadu.com', both('imap.migadu.com', 'smtp.migadu.com')],
  ['zoho.eu', both('imap.zoho.eu', 'smtp.zoho.eu')],
  ['zoho.com', both('imap.zoho.com', 'smtp.zoho.com')],
];

/** Of an address's host; null where it is not known. Pure. */
export function serversOfHost(host: string): MailServers | null {
  return Object.hasOwn(BY_HOST, host) ? (BY_HOST[host] ?? null) : null;
}

/** Of whoever receives the mails, the preferred one first. Pure. */
export function serversOfExchanges(exchanges: readonly string[]): MailServers | null {
  for (const name of exchanges) {
    const host = name.toLowerCase().replace(/\.$/, '');
    const found = BY_EXCHANGE.find(([end]) => host === end || host.endsWith(`.${end}`));
    if (found) return found[1];
  }
  return null;
}

/** What hosts call their mail servers, the most usual first; looked at one after the other, with no password. */
export function likelyServers(host: string): readonly MailServers[] {
  return [both(`imap.${host}`, `smtp.${host}`), both(`mail.${host}`, `mail.${host}`)];
}
