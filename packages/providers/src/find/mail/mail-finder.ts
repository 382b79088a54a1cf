import type { GuardedHttp } from '../../http/guarded-http.ts';
import { isOAuthKind, type ProviderKind } from '../../kinds.ts';
import type {
  MailFinder,
  MailFinding,
  MailFoundBy,
  MailPlace,
  MailServers,
} from '../../port/mail/mail-finder.ts';
import type { DomainRecords } from '../account-finder.ts';
import { kindOfExchanges, kindOfHost } from '../known-hosts.ts';
import { typedPlace } from '../typed-place.ts';
import { announcedServers } from './announced-servers.ts';
import { askAutoconfig, pageIn, pagesOf } from './ask-autoconfig.ts';
import { likelyServers, OF_KIND, serversOfExchanges, serversOfHost } from './known-servers.ts';

export interface MailFinderOptions {
  readonly http: GuardedHttp;
  readonly records: DomainRecords;
  /** Where many providers are listed, ending in a slash; null: none is asked. */
  readonly directory: URL | null;
  /** Whether a mail server that is vouched for answers there; nobody signs in. */
  readonly answers: (imap: MailPlace) => Promise<boolean>;
}

/** A person waits. */
const LONGEST_MS = 9_000;

interface Asked {
  readonly address: string;
  readonly domain: string;
}

/**
 * Looks where the surest answers are: what is known of the host, what the domain says of itself, a directory, who receives
 * its mails, and at last the usual names.
 */
export function mailFinder(options: MailFinderOptions): MailFinder {
  return {
    async find(typed) {
      const place = typedPlace(typed);
      if (place.is !== 'mail') return { found: false, why: 'unreadable', host: '' };
      const known = knownOf(place);
      return known ?? findDomain(options, place);
    },
  };
}

function knownOf(asked: Asked): MailFinding | null {
  const kind = kindOfHost(asked.domain);
  const servers = (kind && OF_KIND[kind]) ?? serversOfHost(asked.domain);
  return servers && found(asked, servers, 'known', { kind });
}

async function findDomain(options: MailFinderOptions, asked: Asked): Promise<MailFinding> {
  const { http, records, directory } = options;
  const { address, domain } = asked;
  const signal = AbortSignal.timeout(LONGEST_MS);
  const page = (pages: readonly URL[]) => askAutoconfig(http, pages, address, signal);
  const [exchanges, announced, own, listed] = await Promise.all([
    records.exchanges(domain),
    announcedServers(domain, records),
    page(pagesOf(domain, address)),
    directory && page([pageIn(directory, domain)]),
  ]);
  const kind = kindOfExchanges(exchanges);
  // A provider's own sign-in serves better than what an old page of the domain says of passwords.
  if (kind !== null && isOAuthKind(kind)) return ofKind(asked, kind);
  if (own) return found(asked, own.servers, 'domain', { username: own.username });
  if (announced) return found(asked, announced, 'announced');
  if (listed) return found(asked, listed.servers, 'directory', { username: listed.username });
  if (kind !== null && OF_KIND[kind]) return ofKind(asked, kind);
  const received = serversOfExchanges(exchanges);
  if (received) return found(asked, received, 'exchange');
  return guessed(options, asked);
}

function ofKind(asked: Asked, kind: ProviderKind): MailFinding {
  const servers = OF_KIND[kind];
  if (!servers) return { found: false, why: 'silent', host: asked.domain };
  return found(asked, servers, 'exchange', { kind });
}

async function guessed({ answers }: MailFinderOptions, asked: Asked): Promise<MailFinding> {
  const likely = likelyServers(asked.domain);
  const answering = await Promise.all(likely.map(({ imap }) => answers(imap)));
  const servers = likely.find((_, at) => answering[at]);
  return servers ? found(asked, servers, 'answer') : { found: false, why: 'silent', host: asked.domain };
}

interface More {
  readonly kind?: ProviderKind | null;
  readonly username?: string;
}

function found(
  { address, domain }: Asked,
  servers: MailServers,
  by: MailFoundBy,
  { kind = null, username = address }: More = {},
): MailFinding {
  const signIn = kind !== null && isOAuthKind(kind) ? kind : null;
  // What the DNS says, anybody on the way may have said.
  const elsewhere =
    by === 'announced' && ![servers.imap, servers.smtp].every(({ host }) => isWithin(host, domain));
  return { found: true, servers, username, signIn, by, host: domain, elsewhere };
}

function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
