import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

export interface Whereabouts {
  /** The address that people type; null: whatever they asked for. */
  readonly publicUrl: string | null;
  /** How many proxies in front are believed. */
  readonly trustedProxies: number;
}

/**
 * Whether a request comes from our own pages: same scheme, host and port (RFC 6454). A browser always sends Origin with
 * a WebSocket upgrade and with anything but a plain GET; programs that send none carry no cookie of somebody else's.
 */
export function isOwnOrigin(request: IncomingMessage, whereabouts: Whereabouts): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  const home = whereabouts.publicUrl === null ? null : new URL(whereabouts.publicUrl);
  if (home !== null && origin === home.origin) return true;
  // Under its public name it is reached in one way only.
  if (host === undefined || host === home?.host) return false;
  return origin === `${schemeOf(request, whereabouts)}://${host}`;
}

function schemeOf({ headers }: IncomingMessage, { trustedProxies }: Whereabouts): 'http' | 'https' {
  const said = trustedProxies > 0 ? String(headers['x-forwarded-proto'] ?? '') : '';
  return said.split(',')[0]?.trim() === 'https' ? 'https' : 'http';
}

/**
 * Whether a request names us. Where the public address is known, another domain name can only be one that somebody has
 * pointed here to have a browser take his pages for ours (DNS rebinding). Addresses and names without a dot, as
 * health checks and proxies of the same house use them, cannot be had by strangers.
 */
export function isKnownHost({ headers }: IncomingMessage, { publicUrl }: Whereabouts): boolean {
  if (publicUrl === null || headers.host === undefined) return true;
  const asked = URL.canParse(`http://${headers.host}`) ? new URL(`http://${headers.host}`).hostname : null;
  if (asked === null) return false;
  const bare = asked.replace(/^\[|\]$/g, '');
  return asked === new URL(publicUrl).hostname || isIP(bare) !== 0 || !bare.includes('.');
}
