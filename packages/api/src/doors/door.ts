import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import type { RequestHandler } from 'express';
import { RestError } from '../rest/rest-error.ts';
import { capBody } from './cap-body.ts';
import { isOwnOrigin, type Whereabouts } from './own-origin.ts';

/** What a route says of itself. It is the route that decides, never the text of an address. */
export interface Door {
  /**
   * `public`: for any site, and knows no session. `own`: for our own pages, and for programs, which send no Origin; its
   * answers are kept nowhere.
   */
  readonly access: 'public' | 'own';
  /** Octets of a request's body. */
  readonly largestBody: number;
}

/** Stands before the handlers of one route. */
export type DoorKeeper = (door: Door) => RequestHandler & { readonly door: Door };

/** Octets: of what has no body at all, or a small one. */
export const SMALL_BODY = 64 * 1024;

export function createDoorKeeper(whereabouts: Whereabouts): DoorKeeper {
  return (door) => {
    const cap = capBody(door.largestBody);
    const keep: RequestHandler = (request, response, next) => {
      if (door.access === 'own') {
        response.set('Cache-Control', 'no-store');
        if (!isOwnOrigin(request, whereabouts)) throw new RestError('forbidden', codedRefusal('other-site'));
      }
      return cap(request, response, next);
    };
    return Object.assign(keep, { door });
  };
}
