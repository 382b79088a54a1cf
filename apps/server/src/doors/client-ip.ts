import { CLIENT_IP_HEADER } from '@atelier/runtime/auth';
import type { RequestHandler } from 'express';

/**
 * Rate limits count by address. The auth library reads it from a header, so ours replaces whatever a
 * client may have sent under that name with what the socket (or a trusted proxy) says.
 */
export const rememberClientIp: RequestHandler = (request, _response, next) => {
  request.headers[CLIENT_IP_HEADER] = request.ip ?? 'unknown';
  next();
};
