import type { ErrorRequestHandler } from 'express';
import { RestError } from '../rest/rest-error.ts';

/** Says what went wrong with a picture as REST says everything; what nobody foresaw goes on to whoever logs it. */
export const answerError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const known = error instanceof RestError ? error : ofBody(error);
  if (!known || response.headersSent) return next(error);
  if (known.retryAfter !== undefined) response.set('Retry-After', String(known.retryAfter));
  response.status(known.status).json(known.answer);
};

/** What the reader of bodies throws, by its status. */
function ofBody(error: unknown): RestError | null {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  if (status === 413) return new RestError('too_large', 'A picture has at most 10 MB. Nothing was kept.');
  return status === 400
    ? new RestError('malformed', 'The picture did not arrive whole. Nothing was kept.')
    : null;
}
