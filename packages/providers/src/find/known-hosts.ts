import type { ProviderKind } from '../kinds.ts';

const MICROSOFT = [
  'outlook.com hotmail.com live.com msn.com passport.com office365.com outlook.office.com outlook.cloud.microsoft',
  'outlook.fr hotmail.fr live.fr outlook.de hotmail.de live.de outlook.be hotmail.be live.be live.ch hotmail.ch',
  'outlook.it hotmail.it live.it outlook.es hotmail.es hotmail.co.uk live.co.uk live.nl hotmail.nl live.ca hotmail.ca',
].flatMap((some) => some.split(' '));

/** By the end of a name: mail addresses of everybody’s providers, and the hosts where people meet them. */
const BY_DOMAIN: readonly (readonly [ProviderKind, readonly string[]])[] = [
  ['google', ['gmail.com', 'googlemail.com', 'calendar.google.com', 'apidata.googleusercontent.com']],
  ['microsoft', MICROSOFT],
  ['icloud', ['icloud.com', 'me.com', 'mac.com']],
  ['infomaniak', ['infomaniak.com', 'infomaniak.ch', 'ik.me', 'ikmail.com', 'etik.com']],
];

/** Who receives the mails of a domain: the ends of what its MX records name. */
const BY_EXCHANGE: readonly (readonly [ProviderKind, readonly string[]])[] = [
  ['microsoft', ['mail.protection.outlook.com', 'mx.microsoft', 'olc.protection.outlook.com']],
  ['google', ['google.com', 'googlemail.com']],
  ['icloud', ['mail.icloud.com']],
  ['infomaniak', ['infomaniak.ch', 'infomaniak.com', 'ikmail.com']],
];

/** The kind of account of a host that everybody knows. Pure. */
export function kindOfHost(host: string): ProviderKind | null {
  return kindIn(BY_DOMAIN, host);
}

/** The kind of account of a domain, by the hosts that receive its mails, the first one first. Pure. */
export function kindOfExchanges(hosts: readonly string[]): ProviderKind | null {
  for (const host of hosts) {
    const kind = kindIn(BY_EXCHANGE, host);
    if (kind !== null) return kind;
  }
  return null;
}

function kindIn(known: typeof BY_DOMAIN, named: string): ProviderKind | null {
  const host = named.toLowerCase().replace(/\.$/, '');
  const found = known.find(([, ends]) => ends.some((end) => host === end || host.endsWith(`.${end}`)));
  return found?.[0] ?? null;
}
