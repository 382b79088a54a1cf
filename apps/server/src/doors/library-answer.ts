import { RestError, refusalError } from '@atelier/api/rest/rest-error';
import type { LiveServices } from '@atelier/runtime/live-services';
import { tooOften } from '@atelier/usecases/abuse/within-limit';
import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import { fromNodeHeaders } from 'better-auth/node';
import type { Response as Answer, Request, RequestHandler } from 'express';

/** Before anything of the request is read. */
export function byAddress({ limiter }: Pick<LiveServices, 'limiter'>): RequestHandler {
  return async ({ ip = 'unknown' }, _answer, next) => {
    const counted = await limiter?.take('signIn', ip);
    if (counted?.allowed === false) throw later(counted.resetSeconds);
    next();
  };
}

export function later(seconds: number): RestError {
  return refusalError(tooOften(seconds), { retryAfter: seconds });
}

/** What the library is told of a request: never its length, for its body was read already. */
export function headersOf({ headers }: Pick<Request, 'headers'>): Headers {
  const told = fromNodeHeaders(headers);
  for (const name of ['content-length', 'content-type', 'transfer-encoding']) told.delete(name);
  return told;
}

/** What the library answered, with its cookies. */
export async function pass(from: Response, answer: Answer): Promise<void> {
  if (from.status >= 500)
    throw new RestError('unavailable', codedRefusal('sign-in-unavailable'), { retryAfter: 5 });
  for (const cookie of from.headers.getSetCookie()) answer.append('Set-Cookie', cookie);
  const body: unknown = await from.json().catch(() => null);
  answer.status(from.status).json(body);
}

/** Somebody is in. Who, and by which session, is for the cookie to say: no script gets to read it. */
export async function enter(from: Response, answer: Answer): Promise<void> {
  await pass(Response.json({ signedIn: true }, from), answer);
}
