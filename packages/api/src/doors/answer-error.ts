import { outOfReach } from '@atelier/usecases/out-of-reach';
import type { ErrorRequestHandler } from 'express';
import { type ErrorKind, RestError } from '../rest/rest-error.ts';

/**
 * The last word on every error of every route: one shape, and of what nobody foresaw not a syllable, which is for the
 * log. Stacks and paths of files stay in the house, whatever NODE_ENV says.
 */
export function answerError(report: (error: unknown, path: string) => void): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const known = error instanceof RestError ? error : (transportError(error) ?? unforeseen(error));
    if (known.kind === 'internal') report(error, request.path);
    if (known.kind === 'unavailable') report(known.cause, request.path);
    if (response.headersSent) return response.destroy();
    if (known.retryAfter !== undefined) response.set('Retry-After', String(known.retryAfter));
    response.status(known.status);
    if (request.accepts(['json', 'html']) === 'html') response.type('text').send(known.message);
    else response.json(known.answer);
  };
}

function unforeseen(cause: unknown): RestError {
  if (outOfReach(cause))
    return new RestError('unavailable', 'Nothing can be answered just now.', { retryAfter: 5, cause });
  return new RestError('internal', 'Something went wrong here; nothing was changed.');
}

const SAID: Readonly<Record<number, readonly [ErrorKind, string]>> = {
  400: ['malformed', 'This is not JSON, or it did not arrive whole. Nothing was changed.'],
  403: ['not_found', 'There is nothing here.'],
  404: ['not_found', 'There is nothing here.'],
  413: ['too_large', 'This is too much at once. Nothing was changed.'],
  415: ['unsupported_type', 'This encoding is not understood.'],
};

/** What readers of bodies, the router and those who serve files complain about, by its status. */
function transportError(error: unknown): RestError | null {
  if (error instanceof URIError) return new RestError('malformed', 'This address cannot be read.');
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (!(status >= 400 && status < 500)) return null;
  const [kind, message] = SAID[status] ?? ['malformed', 'This request cannot be read.'];
  return new RestError(kind, message);
}
