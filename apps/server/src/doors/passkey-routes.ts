import { type DoorKeeper, SMALL_BODY } from '@atelier/api/doors/door';
import { addPasskeyInput, passkeyInput, passwordInput } from '@atelier/api/input/person';
import { RestError, refusalError } from '@atelier/api/rest/rest-error';
import type { Auth } from '@atelier/runtime/auth';
import type { LiveServices } from '@atelier/runtime/live-services';
import { passkeyAdded } from '@atelier/usecases/people/sign-in/own-passkeys';
import { provePassword } from '@atelier/usecases/people/sign-in/prove-password';
import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import { json, type Request, type RequestHandler, Router } from 'express';
import type { ZodType } from 'zod';
import { byAddress, enter, headersOf, pass } from './library-answer.ts';

/** Adding a passkey, and signing in with one: each asks for a challenge first, which a cookie remembers. */
export function passkeyRoutes(services: LiveServices, auth: Auth, door: DoorKeeper): Router {
  const routes = Router({ caseSensitive: true, strict: true });
  const own = door({ access: 'own', largestBody: SMALL_BODY });
  const [limited, body] = [byAddress(services), json({ limit: SMALL_BODY })];
  routes.post('/api/auth/passkey/add-options', own, limited, body, addOptions(services, auth));
  routes.post('/api/auth/passkey/add', own, body, add(services, auth));
  routes.post('/api/auth/passkey/options', own, limited, async (request, answer) => {
    await pass(await auth.passkeys.signInOptions(headersOf(request)), answer);
  });
  routes.post('/api/auth/passkey/sign-in', own, limited, body, async (request, answer) => {
    const entered = await auth.passkeys.signIn(
      read(passkeyInput, request, 'passkey-unknown').answer,
      headersOf(request),
    );
    if (entered.status >= 400 && entered.status < 500)
      throw new RestError('invalid', codedRefusal('passkey-unknown'));
    await enter(entered, answer);
  });
  return routes;
}

/** Whoever finds a page open cannot give themselves a way in: it takes the password. */
function addOptions({ context, guard }: LiveServices, auth: Auth): RequestHandler {
  return async (request, answer) => {
    const { password } = read(passwordInput, request, 'wrong-password');
    const proved = await provePassword({ ...context, guard }, await actorOf(request, auth), password);
    if (!proved.ok) throw refusalError(proved.refusal);
    await pass(await auth.passkeys.addOptions(headersOf(request)), answer);
  };
}

function add({ context }: LiveServices, auth: Auth): RequestHandler {
  return async (request, answer) => {
    const actor = await actorOf(request, auth);
    const added = await auth.passkeys.add(
      read(addPasskeyInput, request, 'passkey-not-added'),
      headersOf(request),
    );
    if (!added.ok) throw new RestError('invalid', codedRefusal('passkey-not-added'));
    await passkeyAdded(context, actor);
    answer.json({ added: true });
  };
}

async function actorOf(request: Request, auth: Auth) {
  const visitor = await auth.visitor(headersOf(request));
  if (visitor === null) throw new RestError('unauthorized', codedRefusal('sign-in-first'));
  return visitor.actor;
}

function read<T>(
  input: ZodType<T>,
  { body }: Pick<Request, 'body'>,
  otherwise: 'passkey-unknown' | 'passkey-not-added' | 'wrong-password',
): T {
  const told = input.safeParse(body ?? {});
  if (!told.success) throw new RestError('invalid', codedRefusal(otherwise));
  return told.data;
}
