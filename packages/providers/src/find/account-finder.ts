import { announcedService } from '../caldav/discover/announced-service.ts';
import type { ServiceRecords } from '../caldav/discover/service-records.ts';
import type { GuardedHttp } from '../http/guarded-http.ts';
import { isOAuthKind, type ProviderKind } from '../kinds.ts';
import type { AccountFinder, Finding, FoundBy } from '../port/account-finder.ts';
import { askServer, type ServerIs } from './ask-server.ts';
import { kindOfExchanges, kindOfHost } from './known-hosts.ts';
import { type TypedPlace, typedPlace } from './typed-place.ts';

export interface DomainRecords extends ServiceRecords {
  /** The hosts that receive mails for a domain, the preferred one first; none where nobody says. */
  exchanges(domain: string): Promise<readonly string[]>;
}

export interface AccountFinderOptions {
  readonly http: GuardedHttp;
  readonly records: DomainRecords;
}

/** A person waits. */
const LONGEST_MS = 9_000;

export function accountFinder(options: AccountFinderOptions): AccountFinder {
  return {
    async find(typed) {
      const place = typedPlace(typed);
      if (place.is === 'unreadable') return { found: false, why: 'unreadable', host: '' };
      if (place.is === 'feed') return found('ics', 'shape', place, place.url.href);
      const known = kindOfHost(hostOf(place));
      if (known !== null) return found(known, 'host', place, ownAddress(known, place));
      return place.is === 'mail' ? await findDomain(options, place) : await findServer(options, place);
    },
  };
}

type Mail = Extract<TypedPlace, { readonly is: 'mail' }>;
type Web = Extract<TypedPlace, { readonly is: 'web' }>;
type Place = Exclude<TypedPlace, { readonly is: 'unreadable' }>;

function hostOf(place: Place): string {
  return place.is === 'mail' ? place.domain : place.url.hostname;
}

/** What a domain announces itself counts more than who receives its mails. */
async function findDomain(options: AccountFinderOptions, place: Mail): Promise<Finding> {
  const domain = new URL(`https://${place.domain}`);
  const [announced, exchanges] = await Promise.all([
    announcedService(domain, { kind: 'caldav' }, options.records),
    options.records.exchanges(place.domain),
  ]);
  const service = announced.here[0] ?? announced.elsewhere;
  if (service !== null) return foundService(options, place, service);
  const kind = kindOfExchanges(exchanges);
  if (kind !== null) return found(kind, 'mail', place, null);
  return judged(place, await asked(options, domain));
}

/** Of whoever it is known to be, or that it calls itself. */
async function foundService(options: AccountFinderOptions, place: Place, service: URL): Promise<Finding> {
  const known = kindOfHost(service.hostname);
  if (known !== null) return found(known, 'announced', place, null);
  const is = await asked(options, service);
  if (is.is === 'nextcloud') return found('nextcloud', 'announced', place, is.url.href);
  // Shown before anything is sent there: whoever forges an answer of the DNS could have named it (RFC 6764, 8).
  return found('caldav', 'announced', place, new URL('/', service).href);
}

async function findServer(options: AccountFinderOptions, place: Web): Promise<Finding> {
  const is = await asked(options, place.url);
  if (is.is === 'nextcloud' || is.is === 'dav' || is.is === 'feed' || place.url.pathname !== '/')
    return judged(place, is);
  const { hostname } = place.url;
  const domain = await findDomain(options, { is: 'mail', address: '', domain: hostname });
  return domain.found ? { ...domain, username: null } : judged(place, is);
}

function asked({ http }: AccountFinderOptions, url: URL): Promise<ServerIs> {
  return askServer({ http, signal: AbortSignal.timeout(LONGEST_MS) }, url);
}

function judged(place: Place, is: ServerIs): Finding {
  switch (is.is) {
    case 'nextcloud':
      return found('nextcloud', 'answer', place, is.url.href);
    case 'dav':
      return found(
        'caldav',
        'answer',
        place,
        place.is === 'mail' ? new URL('/', is.url).href : place.url.href,
      );
    case 'feed':
      return found('ics', 'answer', place, is.url.href);
    case 'private':
      return { found: false, why: 'private', host: hostOf(place) };
    case 'nothing':
      return { found: false, why: 'silent', host: hostOf(place) };
    case 'something':
      return { found: false, why: 'unknown', host: hostOf(place) };
  }
}

function found(kind: ProviderKind, by: FoundBy, place: Place, url: string | null): Finding {
  // Infomaniak has short names of its own, and an address that is a secret needs nobody's name.
  const named = place.is === 'mail' && place.address !== '' && kind !== 'infomaniak' && kind !== 'ics';
  return { found: true, kind, url, username: named ? place.address : null, by, host: hostOf(place) };
}

/** A page of a provider that has one address for all is none to begin with. */
function ownAddress(kind: ProviderKind, place: Place): string | null {
  if (place.is === 'mail' || isOAuthKind(kind)) return null;
  return place.url.hostname.startsWith('sync.') || place.url.hostname.startsWith('caldav.')
    ? place.url.href
    : null;
}
