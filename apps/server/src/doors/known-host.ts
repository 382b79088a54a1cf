import { isKnownHost, type Whereabouts } from '@atelier/api/doors/own-origin';
import type { RequestHandler } from 'express';

/** Answers under our own name only (RFC 9110 15.5.20). */
export function refuseUnknownHost(whereabouts: Whereabouts): RequestHandler {
  return (request, response, next) => {
    if (isKnownHost(request, whereabouts)) return next();
    response
      .status(421)
      .type('text')
      .send(`Nothing is served under this name. Go to ${whereabouts.publicUrl}`);
  };
}
