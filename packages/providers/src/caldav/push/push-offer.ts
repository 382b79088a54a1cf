import type { Opaque } from '../../json.ts';
import { childrenNamed, type DavElement } from '../wire/dav-element.ts';
import type { DavResponse } from '../wire/dav-response.ts';

/** The draft's own namespace; servers with the older one (`DAV:Push`) speak another dialect and are left alone. */
const PUSH = 'https://bitfire.at/webdav-push';
const push = (local: string): string => `{${PUSH}}${local}`;

/** What a calendar says of WebDAV-Push: by which key the server signs. A type, not an interface: it is stored as JSON. */
export type PushOffer = { readonly key: string };

export function pushOffer({ props }: DavResponse): PushOffer | null {
  const offers = childrenNamed(props.get(push('transports')), push('web-push')).flatMap(keysOf);
  const [key] = offers.filter((text) => /^[\w-]{86,88}$/.test(text));
  return key === undefined ? null : { key };
}

function keysOf(transport: DavElement): readonly string[] {
  return childrenNamed(transport, push('vapid-public-key')).map(({ text }) => text.trim());
}

/** As it was stored with the calendar's other capabilities. */
export function pushOfferOf({ push: offer }: Opaque): PushOffer | null {
  const key = typeof offer === 'object' && offer !== null && 'key' in offer ? offer['key'] : null;
  return typeof key === 'string' ? { key } : null;
}

/** Draft, 4.2. @param expires when the server may forget it. */
export function registration(
  address: string,
  keys: { readonly publicKey: string; readonly auth: string },
  expires: Temporal.Instant,
): string {
  const until = new Date(expires.epochMilliseconds).toUTCString();
  return `<?xml version="1.0" encoding="utf-8"?>
<P:push-register xmlns:P="${PUSH}" xmlns:D="DAV:"><P:subscription><P:web-push-subscription><P:push-resource>${address}</P:push-resource><P:content-encoding>aes128gcm</P:content-encoding><P:subscription-public-key type="p256dh">${keys.publicKey}</P:subscription-public-key><P:auth-secret>${keys.auth}</P:auth-secret></P:web-push-subscription></P:subscription><P:trigger><P:content-update><D:depth>1</D:depth></P:content-update></P:trigger><P:expires>${until}</P:expires></P:push-register>`;
}
