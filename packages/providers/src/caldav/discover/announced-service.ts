import { isIP } from 'node:net';
import { bareHost } from '../../http/allow-list.ts';
import type { AccountAccess } from '../../port/account.ts';
import { ProviderFailure } from '../../port/failure.ts';
import { atPath } from '../wire/href.ts';
import type { ServiceRecords, ServiceTarget } from './service-records.ts';

/** What the DNS says of the calendars of a domain (RFC 6764). */
export interface AnnouncedService {
  /** Within the domain, best first. */
  readonly here: readonly URL[];
  /** The best one outside of it. Anybody who forges an answer of the DNS could have put it there. */
  readonly elsewhere: URL | null;
}

const NOTHING: AnnouncedService = { here: [], elsewhere: null };
/** A domain names one or two; more would only be a way to have many hosts asked. */
const MOST_TARGETS = 3;

/**
 * Looks for calendars announced for a bare domain. Only the encrypted service counts, and only hosts of the domain
 * itself are worth a try: the password must not go where nobody has typed that it should (RFC 6764, 8).
 */
export async function announcedService(
  typed: URL,
  { kind }: Pick<AccountAccess, 'kind'>,
  records: ServiceRecords,
): Promise<AnnouncedService> {
  if (kind !== 'caldav' || !isBareDomain(typed)) return NOTHING;
  const name = `_caldavs._tcp.${typed.hostname}`;
  const [targets, texts] = await Promise.all([records.targets(name), records.texts(name)]);
  const urls = targets
    .toSorted((a, b) => a.priority - b.priority || b.weight - a.weight)
    .slice(0, MOST_TARGETS)
    .flatMap((target) => urlOf(target, pathOf(texts)) ?? []);
  return {
    here: urls.filter((url) => isWithin(url.hostname, typed.hostname)),
    elsewhere: urls.find((url) => !isWithin(url.hostname, typed.hostname)) ?? null,
  };
}

/** Whoever types a port, a path or `http` means that and nothing else. */
function isBareDomain({ protocol, port, pathname, hostname }: URL): boolean {
  return protocol === 'https:' && port === '' && pathname === '/' && isIP(bareHost(hostname)) === 0;
}

/** RFC 6764, 4: `path=/dav/` in a TXT record; without one, the well-known address (5). */
function pathOf(texts: readonly string[]): string {
  const path = texts.map((text) => /^path=(\/.*)$/i.exec(text)?.[1]).find((found) => found !== undefined);
  if (path === undefined) return '/.well-known/caldav';
  return path.endsWith('/') ? path : `${path}/`;
}

/** Null where the service is said not to be offered, or the record makes no address of that host. */
function urlOf({ name, port }: ServiceTarget, path: string): URL | null {
  const host = name.replace(/\.$/, '').toLowerCase();
  if (!/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/.test(host) || isIP(host) !== 0) return null;
  const base = URL.parse(`https://${host}:${port}`);
  const url = base && URL.parse(path, base);
  return url && url.origin === base.origin ? atPath(base, url.pathname) : null;
}

function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** For when nothing answers at the typed address itself. */
export function announcedElsewhere(typed: URL, { origin }: URL): ProviderFailure {
  return new ProviderFailure(
    'cross-origin-redirect',
    `${typed.hostname} announces its calendars at another address, ${origin}; the password was not sent there.`,
    `If you trust it, enter ${origin} as the address of the account.`,
  );
}
