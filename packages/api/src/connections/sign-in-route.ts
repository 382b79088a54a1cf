import type { Actor } from '@atelier/usecases/actor';
import { finishSignIn } from '@atelier/usecases/connections/sign-in/finish-sign-in';
import { type Request, Router } from 'express';
import { type DoorKeeper, SMALL_BODY } from '../doors/door.ts';
import type { ApiServices } from '../trpc/trpc.ts';

interface SignInRoute {
  readonly services: ApiServices;
  readonly door: DoorKeeper;
  readonly visitorOf: (
    request: Request,
  ) => Promise<{ readonly actor: Actor; readonly sessionId: string } | null>;
}

/** Registered at the provider together with our address. */
export const CALLBACK_PATH = '/api/oauth/callback';

/**
 * Where a provider's page sends people back to. Whatever came of it, they land on the page where they began, and no
 * code stays in the address or the history of their browser.
 */
export function signInRoute({ services, door, visitorOf }: SignInRoute): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const own = door({ access: 'own', largestBody: SMALL_BODY });
  router.get(CALLBACK_PATH, own, async (request, response) => {
    const { searchParams } = new URL(request.originalUrl, 'http://here');
    const finished = await finishSignIn(services, await visitorOf(request), searchParams);
    const { begunAt = 'connections', id = 'unknown' } = finished ?? {};
    response.redirect(303, `/${begunAt}?signIn=${id}`);
  });
  return router;
}
