import { fetchPrincipalUrl } from 'tsdav';
import type { GuardedHttp } from '../http/guarded-http.ts';
import { ProviderFailure } from '../port.ts';
import { basicAuthorization, type Credentials, type DavClient } from './dav-client.ts';
import { tsdavFetch } from './tsdav-fetch.ts';
import { onSameHost, whatIsThis } from './what-is-this.ts';

export interface Seeker {
  readonly http: GuardedHttp;
  readonly client: DavClient;
  readonly credentials: Credentials;
}

/** The signed-in person's principal, or null where the server names none. Throws ProviderFailure. */
export async function findPrincipal({ http, client, credentials }: Seeker, root: URL): Promise<URL | null> {
  try {
    const principal = await fetchPrincipalUrl({
      account: { accountType: 'caldav', serverUrl: root.href, rootUrl: root.href },
      headers: { authorization: basicAuthorization(credentials) },
      fetch: tsdavFetch(http, client.meter, client.now),
    });
    return onSameHost(principal, root);
  } catch (error) {
    if (error instanceof ProviderFailure) throw error;
    // tsdav finds nothing in some dialects that our own reader copes with.
    return (await whatIsThis(client, root)).principal;
  }
}
