import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import type { Request, RequestHandler } from 'express';
import { RestError } from '../rest/rest-error.ts';

/**
 * Lets so many octets of a body in, whoever reads them and in whatever encoding they come: by what is announced, and
 * else by counting what arrives. Nothing may have waited before it, for what arrives earlier is not counted.
 */
export function capBody(most: number): RequestHandler {
  return (request, response, next) => {
    if (Number(request.headers['content-length'] ?? 0) > most) {
      response.set('Connection', 'close');
      return next(tooLarge(most));
    }
    countArriving(request, most, () => {
      if (response.headersSent) return request.destroy();
      response.set('Connection', 'close');
      next(tooLarge(most));
    });
    next();
  };
}

/** From the first octet too many on, nothing is kept; whoever is reading reads no end. */
function countArriving(request: Request, most: number, over: () => void): void {
  let arrived = request.readableLength;
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (arrived > most) return true;
    arrived += chunk?.length ?? 0;
    if (arrived <= most) return push(chunk, encoding);
    over();
    return true;
  };
}

function tooLarge(most: number): RestError {
  return new RestError('too_large', codedRefusal('most-octets', { most }));
}
