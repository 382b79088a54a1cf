import { decodeFile } from '@atelier/calendar/text/decode-file';
import { importEvents, LARGEST_IMPORT } from '@atelier/usecases/events/import-events';
import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import { Router, raw } from 'express';
import { z } from 'zod';
import { knownFirst, type OwnRoutes, signedInBy } from '../doors/signed-in.ts';
import { expectDone } from '../rest/expect-done.ts';
import { RestError } from '../rest/rest-error.ts';

const anyId = z.uuid();
const options = z.object({ dryRun: z.enum(['true', 'false']).default('false') });
/** A file costs as much as so many looks. */
const POINTS = 30;

/** A calendar file into a calendar, as it lies on somebody's disk: too large for the calls of pages. */
export function importRoute(routes: OwnRoutes): Router {
  const { services, door } = routes;
  const router = Router({ caseSensitive: true, strict: true });
  const sending = door({ access: 'own', largestBody: LARGEST_IMPORT });
  const signedIn = signedInBy(routes);
  const known = knownFirst(routes, POINTS);
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
