import type { ErrorRequestHandler } from 'express';
import { RestError } from './rest-error.ts';

/** Every error below /api/v1 has one shape; what nobody foresaw is for the log. */
export function answerError(report: (error: unknown, path: string) => void): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (!request.path.startsWith('/api/v1')) return next(error);
    const known = error instanceof RestError ? error : (transportError(error) ?? unforeseen());
    if (known.kind === 'internal') report(error, request.path);
    if (known.kind === 'unavailable') report(known.cause, request.path);
    if (response.headersSent) return response.destroy(known);
    if (known.retryAfter !== undefined) response.set('Retry-After', String(known.retryAfter));
    response.status(known.status).json(known.answer);
  };
}

function unforeseen(): RestError {
  return new RestError('internal', 'Something went wrong here; nothing was changed.');
}

/** What the body parser and the router complain about. */
function transportError(error: unknown): RestError | null {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  if (status === 413) return new RestError('too_large', 'This is too much at once. Nothing was changed.');
  if (status === 415) return new RestError('unsupported_type', 'This encoding is not understood.');
  if (status === 400)
    return new RestError('malformed', 'This is not JSON, or it did not arrive whole. Nothing was changed.');
  return null;
}
