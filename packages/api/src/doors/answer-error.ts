import { outOfReach } from '@atelier/usecases/out-of-reach';
import { languageOf } from '@atelier/words/language';
import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
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
    const language = languageOf(null, request.acceptsLanguages());
    const answer = known.answerIn(language);
    response.status(known.status).set('Content-Language', language).vary('Accept-Language');
    if (request.accepts(['json', 'html']) === 'html') response.type('text').send(answer.error.message);
    else response.json(answer);
  };
}

function unforeseen(cause: unknown): RestError {
  if (outOfReach(cause))
    return new RestError('unavailable', codedRefusal('unavailable-now'), { retryAfter: 5, cause });
  return new RestError('internal', codedRefusal('went-wrong'));
}

const SAID: Readonly<
  Record<number, readonly [ErrorKind, 'not-json' | 'nothing-here' | 'too-much' | 'encoding-unknown']>
> = {
  400: ['malformed', 'not-json'],
  403: ['not_found', 'nothing-here'],
  404: ['not_found', 'nothing-here'],
  413: ['too_large', 'too-much'],
  415: ['unsupported_type', 'encoding-unknown'],
};

/** What readers of bodies, the router and those who serve files complain about, by its status. */
function transportError(error: unknown): RestError | null {
  if (error instanceof URIError) return new RestError('malformed', codedRefusal('address-unreadable'));
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (!(status >= 400 && status < 500)) return null;
  const [kind, code] = SAID[status] ?? ['malformed', 'request-unreadable'];
  return new RestError(kind, codedRefusal(code));
}
