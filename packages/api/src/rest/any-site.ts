import type { RequestHandler } from 'express';

const EXPOSED = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'Retry-After'];

/** Of routes that are for any site, without credentials: what lets a browser read the answer there. */
export const forAnySite: RequestHandler = (_request, response, next) => {
  response.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': EXPOSED.join(', '),
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
  next();
};

/** What a browser asks of them beforehand. */
export const answerPreflight: RequestHandler = (_request, response) => {
  response.set({
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key',
    'Access-Control-Max-Age': '86400',
  });
  response.status(204).end();
};
