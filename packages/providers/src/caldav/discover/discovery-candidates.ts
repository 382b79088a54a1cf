import type { ProviderKind } from '../../kinds.ts';
import { atPath } from '../wire/href.ts';

/**
 * The addresses where a DAV root may be found, best first. A kind that is known saves a look, and for
 * Nextcloud spares a sign-in at pages that count wrong passwords without being DAV.
 */
export function discoveryCandidates(typed: URL, kind: ProviderKind): readonly URL[] {
  const wellKnown = new URL('/.well-known/caldav', typed);
  const nextcloud = nextcloudRoot(typed);
  const order = kind === 'nextcloud' ? [nextcloud, typed, wellKnown] : [typed, wellKnown, nextcloud];
  return [...new Map(order.map((url) => [url.href, url])).values()];
}

/** `/remote.php/dav/`, below the sub-folder where Nextcloud is installed in one; a typed page of the web interface is cut off. */
function nextcloudRoot(typed: URL): URL {
  const installed = typed.pathname.split(/\/(?:remote\.php|index\.php|apps|login)(?:\/|$)/, 1)[0] ?? '';
  return atPath(typed, `${installed.replace(/\/+$/, '')}/remote.php/dav/`);
}
