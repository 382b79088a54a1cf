import { ProviderFailure } from '../../port/failure.ts';
import { type DavClient, itemsOf } from '../wire/dav-client.ts';
import { caldav, hrefsIn } from '../wire/dav-element.ts';
import { USER_ADDRESSES } from '../wire/request-bodies.ts';

/**
 * What the server knows this account by (RFC 6638 2.4.1): mail addresses bare and in lower case, paths and URNs as
 * they are. Empty where it does not say; a server that stumbles over the question costs nobody the account.
 * Throws ProviderFailure where the password is refused or the server asks to be left alone.
 */
export async function accountAddresses(
  client: DavClient,
  principalUrl: string | null,
): Promise<readonly string[]> {
  if (principalUrl === null) return [];
  try {
    const answer = await client.ask({
      method: 'PROPFIND',
      url: new URL(principalUrl),
      depth: 0,
      body: USER_ADDRESSES,
    });
    const addresses = new Set<string>();
    for await (const item of itemsOf(answer)) {
      const set = item.kind === 'response' ? item.props.get(caldav('calendar-user-address-set')) : undefined;
      for (const href of hrefsIn(set)) addresses.add(bareAddress(href));
    }
    return [...addresses];
  } catch (error) {
    const isFinal = !(error instanceof ProviderFailure) || FINAL.has(error.kind);
    if (isFinal) throw error;
    return [];
  }
}

const FINAL: ReadonlySet<string> = new Set(['credentials', 'throttled', 'unreachable', 'timeout']);

function bareAddress(href: string): string {
  const mail = /^mailto:(.+)$/i.exec(href)?.[1];
  return mail === undefined ? href : mail.toLowerCase();
}
