import { type DoorKeeper, SMALL_BODY } from '@atelier/api/doors/door';
import { secondStepInput, signInInput } from '@atelier/api/input/person';
import { RestError } from '@atelier/api/rest/rest-error';
import type { Auth } from '@atelier/runtime/auth';
import type { LiveServices } from '@atelier/runtime/live-services';
import { beginTry, endTry, type TryContext } from '@atelier/usecases/people/sign-in/try-password';
import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import { json, type RequestHandler, Router } from 'express';
import { deviceCookie, deviceOf } from './device-cookie.ts';
import { byAddress, enter, headersOf, later, pass } from './library-answer.ts';

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
  routes.post(
    '/api/auth/second-step',
    own,
    byAddress(services),
    json({ limit: SMALL_BODY }),
    secondStep(services, auth),
  );
  routes.post('/api/auth/sign-out', own, async (request, answer) => {
    await pass(await auth.signOut(headersOf(request)), answer);
  });
  routes.get('/api/auth/get-session', own, async (request, answer) => {
    await pass(await auth.session(headersOf(request)), answer);
  });
  return routes;
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
      const halfWay = 'twoFactorRedirect' in ((await entered.clone().json()) as object);
      if (guard !== null && !halfWay)
        answer.append('Set-Cookie', deviceCookie(guard.deviceMark(email), config));
    }
    await pass(entered, answer);
  };
}

/** After the password, and never in place of it: what the password has left in the browser says for whom. */
function secondStep({ guard, config }: LiveServices, auth: Auth): RequestHandler {
  return async (request, answer) => {
    const input = secondStepInput.safeParse(request.body ?? {});
    if (!input.success) throw new RestError('invalid', codedRefusal('wrong-code'));
    const headers = headersOf(request);
    // A code counts for whom the password was right, not for whoever is signed in here already.
    headers.set('cookie', withoutSession(headers.get('cookie') ?? ''));
    const entered = await auth.secondStep(input.data, headers);
    if (!entered.ok) {
      for (const cookie of entered.headers.getSetCookie()) answer.append('Set-Cookie', cookie);
      throw await stepRefusal(entered);
    }
    const { user } = (await entered.clone().json()) as { readonly user: { readonly email: string } };
    if (guard !== null) answer.append('Set-Cookie', deviceCookie(guard.deviceMark(user.email), config));
    await enter(entered, answer);
  };
}

function withoutSession(cookies: string): string {
  return cookies
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => !/^(?:__Secure-)?better-auth\.session_(?:token|data)=/.test(pair))
    .join('; ');
}

/** The library's codes: `INVALID_TWO_FACTOR_COOKIE` and the like. */
async function stepRefusal(entered: Response): Promise<RestError> {
  if (entered.status >= 500) return new RestError('unavailable', codedRefusal('sign-in-unavailable'));
  if (entered.status === 429) return new RestError('too_many', codedRefusal('codes-locked'));
  const told = (await entered.json().catch(() => null)) as { readonly code?: string } | null;
  const over = /COOKIE|TOO_MANY|NOT_ENABLED/.test(told?.code ?? '');
  return over
    ? new RestError('unauthorized', codedRefusal('code-over'))
    : new RestError('invalid', codedRefusal('wrong-code'));
}
