import type { RequestHandler } from 'express';

/** Routes that need a key or a session; no other site is to reach them from a browser. */
export function isAdminPath(path: string): boolean {
  return /^\/api\/v1\/(?:admin|sync)(?:\/|$)/.test(path);
}

/** What any site may call: no session is looked at there. */
export function isPublicRest(path: string): boolean {
  return path.startsWith('/api/v1/') && !isAdminPath(path);
}

const EXPOSED = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'Retry-After'];

/** Public routes are for any site, without credentials; what a browser asks beforehand is answered here. */
export const cors: RequestHandler = (request, response, next) => {
  if (isAdminPath(request.path)) return next();
  response.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': EXPOSED.join(', '),
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
  if (request.method !== 'OPTIONS') return next();
  response.set({
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key',
    'Access-Control-Max-Age': '86400',
  });
  response.status(204).end();
};
