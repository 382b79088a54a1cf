import { type DoorKeeper, SMALL_BODY } from '@atelier/api/doors/door';
import { signInInput } from '@atelier/api/input/person';
import { RestError, refusalError } from '@atelier/api/rest/rest-error';
import type { Auth } from '@atelier/runtime/auth';
import type { LiveServices } from '@atelier/runtime/services';
import { tooOften } from '@atelier/usecases/abuse/within-limit';
import { beginTry, endTry, type TryContext } from '@atelier/usecases/people/sign-in/try-password';
import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import { fromNodeHeaders } from 'better-auth/node';
import { type Response as Answer, json, type Request, type RequestHandler, Router } from 'express';
import { deviceCookie, deviceOf } from './device-cookie.ts';

/** Signing in and out; people are added and changed elsewhere. */
export function authRoutes(services: LiveServices, auth: Auth, door: DoorKeeper): Router {
  const routes = Router({ caseSensitive: true, strict: true });
  const own = door({ access: 'own', largestBody: SMALL_BODY });
  routes.post(
    '/api/auth/sign-in/email',
    own,
    byAddress(services),
    json({ limit: SMALL_BODY }),
    signIn(services, auth),
  );
  routes.post('/api/auth/sign-out', own, async ({ headers }, answer) => {
    await pass(await auth.signOut(fromNodeHeaders(headers)), answer);
  });
  routes.get('/api/auth/get-session', own, async ({ headers }, answer) => {
    await pass(await auth.session(fromNodeHeaders(headers)), answer);
  });
  return routes;
}

/** Before anything of the request is read. */
function byAddress({ limiter }: LiveServices): RequestHandler {
  return async ({ ip = 'unknown' }, _answer, next) => {
    const counted = await limiter?.take('signIn', ip);
    if (counted?.allowed === false) throw later(counted.resetSeconds);
    next();
  };
}

function signIn(services: LiveServices, auth: Auth): RequestHandler {
  const { context, guard, config } = services;
  const tries: TryContext = { ...context, guard };
  return async (request, answer) => {
    const input = signInInput.safeParse(request.body ?? {});
    if (!input.success) throw new RestError('malformed', codedRefusal('sign-in-shape'));
    const { email } = input.data;
    const attempt = { email, device: deviceOf(request) };
    const wait = await beginTry(tries, attempt);
    if (wait !== null) throw later(wait);
    const entered = await auth.signIn(input.data, headersOf(request));
    if (entered.ok) {
      await endTry(tries, attempt);
      if (guard !== null) answer.append('Set-Cookie', deviceCookie(guard.deviceMark(email), config));
    }
    await pass(entered, answer);
  };
}

function later(seconds: number): RestError {
  return refusalError(tooOften(seconds), { retryAfter: seconds });
}

/** What the library is told of a request: never its length, for its body was read already. */
function headersOf({ headers }: Request): Headers {
  const told = fromNodeHeaders(headers);
  for (const name of ['content-length', 'content-type', 'transfer-encoding']) told.delete(name);
  return told;
}

async function pass(from: Response, answer: Answer): Promise<void> {
  if (from.status >= 500)
    throw new RestError('unavailable', codedRefusal('sign-in-unavailable'), { retryAfter: 5 });
  for (const cookie of from.headers.getSetCookie()) answer.append('Set-Cookie', cookie);
  const body: unknown = await from.json().catch(() => null);
  answer.status(from.status).json(body);
}
