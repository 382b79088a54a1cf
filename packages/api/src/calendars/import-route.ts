import { decodeFile } from '@atelier/calendar/text/decode-file';
import { withinLimit } from '@atelier/usecases/abuse/within-limit';
import type { Actor } from '@atelier/usecases/actor';
import { importEvents, LARGEST_IMPORT } from '@atelier/usecases/events/import-events';
import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import { type Request, type RequestHandler, Router, raw } from 'express';
import { z } from 'zod';
import type { DoorKeeper } from '../doors/door.ts';
import { expectDone } from '../rest/expect-done.ts';
import { RestError } from '../rest/rest-error.ts';
import type { ApiServices } from '../trpc/trpc.ts';

export interface ImportRoute {
  readonly services: ApiServices;
  readonly door: DoorKeeper;
  /** Who is signed in; null for a stranger. */
  readonly actorOf: (request: Request) => Promise<Actor | null>;
}

const anyId = z.uuid();
const options = z.object({ dryRun: z.enum(['true', 'false']).default('false') });
/** A file costs as much as so many looks. */
const POINTS = 30;

/** A calendar file into a calendar, as it lies on somebody's disk: too large for the calls of pages. */
export function importRoute({ services, door, actorOf }: ImportRoute): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const sending = door({ access: 'own', largestBody: LARGEST_IMPORT });
  const signedIn = async (request: Request): Promise<Actor> => {
    const actor = await actorOf(request);
    if (!actor) throw new RestError('unauthorized', codedRefusal('sign-in-first'));
    return actor;
  };
  // Nobody's megabytes are read before they are known.
  const known: RequestHandler = async (request, _response, next) => {
    const { userId } = await signedIn(request);
    expectDone(await withinLimit(services.limiter, 'person', userId, POINTS));
    next();
  };
  const body = raw({ type: () => true, limit: LARGEST_IMPORT });
  router.post('/api/calendars/:id/import', sending, known, body, async (request, response) => {
    const [id, asked] = [anyId.safeParse(request.params['id']), options.safeParse(request.query)];
    if (!id.success || !asked.success) throw new RestError('not_found', codedRefusal('no-calendar'));
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const wish = { calendarId: id.data, text: decodeFile(bytes), dryRun: asked.data.dryRun === 'true' };
    response.json(expectDone(await importEvents(services, await signedIn(request), wish)));
  });
  return router;
}
