import { withinLimit } from '@atelier/usecases/abuse/within-limit';
import { serveFeed } from '@atelier/usecases/sharing/serve-feed';
import { type RequestHandler, Router } from 'express';
import { type DoorKeeper, SMALL_BODY } from '../doors/door.ts';
import { expectDone } from '../rest/expect-done.ts';
import type { ApiServices } from '../trpc/trpc.ts';

export interface FeedRoutes {
  readonly services: ApiServices;
  readonly door: DoorKeeper;
}

/** Calendars at private addresses, for calendar programs: who knows one may read there, and nobody is signed in. */
export function feedRoutes({ services, door }: FeedRoutes): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const shown = door({ access: 'public', largestBody: SMALL_BODY });
  // Before it is looked up: whoever guesses is stopped as well.
  const counted: RequestHandler = async ({ ip = 'unknown' }, _response, next) => {
    expectDone(await withinLimit(services.limiter, 'read', ip));
    next();
  };
  router.get('/feeds/:token.ics', shown, counted, async (request, response) => {
    response.set({ 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex, nofollow' });
    const feed = expectDone(await serveFeed(services, String(request.params['token'])));
    expectDone(await withinLimit(services.limiter, 'feed', feed.id));
    response.set({ ETag: `W/"${feed.version}"`, 'Last-Modified': feed.changedAt.toUTCString() });
    if (request.fresh) return void response.status(304).end();
    response.set({
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="calendar.ics"',
    });
    response.send(await feed.text());
  });
  return router;
}
