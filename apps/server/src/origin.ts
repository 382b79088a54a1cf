import type { IncomingMessage } from 'node:http';
import { isPublicRest } from '@atelier/api/rest/cors';
import type { Config } from '@atelier/runtime/config';
import type { RequestHandler } from 'express';

/**
 * Whether a request comes from our own pages. A browser always sends Origin with a WebSocket upgrade
 * and with anything but a plain GET; programs that send none carry no cookie of somebody else's either.
 */
export function isOwnOrigin(request: IncomingMessage, config: Pick<Config, 'publicUrl'>): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (config.publicUrl !== null && origin === new URL(config.publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/**
 * A page elsewhere must not act with the cookie of somebody who is signed in here. What REST has for any site is let
 * through: it looks at no cookie.
 */
export function refuseForeignOrigin(config: Pick<Config, 'publicUrl'>): RequestHandler {
  return (request, response, next) => {
    const { method, path } = request;
    if (method === 'GET' || method === 'HEAD' || isPublicRest(path)) return next();
    if (isOwnOrigin(request, config)) return next();
    response
      .status(403)
      .json({ error: { kind: 'forbidden', message: 'This request came from another site.' } });
  };
}
