import { crossOrigin, malformed } from '../../http/classify.ts';
import { isPartition } from '../../http/redirect.ts';
import { type DavClient, itemsOf } from '../wire/dav-client.ts';
import { caldav, dav, hrefsIn, namesWithin } from '../wire/dav-element.ts';
import type { DavResponse } from '../wire/dav-response.ts';
import { atPath } from '../wire/href.ts';
import { WHAT_IS_THIS } from '../wire/request-bodies.ts';

/** What a URL says about itself when asked with PROPFIND Depth 0. */
export interface WhatItIs {
  /** After redirects. */
  readonly url: URL;
  readonly principal: URL | null;
  readonly homes: readonly URL[];
  readonly isCalendar: boolean;
}

/** Throws ProviderFailure, also when what it names lies on another host than the one that was asked. */
export async function whatIsThis(client: DavClient, asked: URL): Promise<WhatItIs> {
  const answer = await client.ask({ method: 'PROPFIND', url: asked, depth: 0, body: WHAT_IS_THIS });
  const responses: DavResponse[] = [];
  for await (const item of itemsOf(answer)) if (item.kind === 'response') responses.push(item);
  const url = answer.ok ? answer.url : asked;
  return describe(url, responses[0]);
}

/** Each is listed at every run; a server that names thousands would have us ask it thousands of times. */
const MOST_HOMES = 10;

function describe(url: URL, response: DavResponse | undefined): WhatItIs {
  const types = namesWithin(response?.props.get(dav('resourcetype')));
  const isPrincipal = types.has(dav('principal'));
  const named = hrefsIn(response?.props.get(dav('current-user-principal')))[0];
  const homes = hrefsIn(response?.props.get(caldav('calendar-home-set'))).slice(0, MOST_HOMES);
  return {
    url,
    principal: named === undefined ? (isPrincipal ? url : null) : onSameHost(named, url),
    homes: homes.map((href) => asCollection(onSameHost(href, url))),
    isCalendar: types.has(caldav('calendar')),
  };
}

function asCollection(url: URL): URL {
  return url.pathname.endsWith('/') ? url : atPath(url, `${url.pathname}/`);
}

/**
 * A named href as a URL on the origin that answered. Servers behind a proxy often name themselves with the
 * wrong scheme or port; another host is another matter, since the password would go there. iCloud alone has its accounts
 * on other hosts, all its own.
 */
export function onSameHost(href: string, base: URL): URL {
  const url = URL.parse(href.replace(/^\/{2,}/, '/'), base);
  if (url === null) throw malformed('it names an address that is none');
  if (isPartition(base, url)) return atPath(url, url.pathname);
  if (url.hostname !== base.hostname) throw crossOrigin(url);
  return atPath(base, url.pathname);
}
