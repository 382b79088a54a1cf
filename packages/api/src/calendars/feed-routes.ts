import { withinLimit } from '@atelier/usecases/abuse/within-limit';
import { type ServedFeed, serveFeed } from '@atelier/usecases/sharing/serve-feed';
import { type Request, type RequestHandler, Router } from 'express';
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
    response.set({ ETag: etagOf(feed), 'Last-Modified': feed.changedAt.toUTCString() });
    if (isKnown(request, feed)) return void response.status(304).end();
    response.set({
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="calendar.ics"',
    });
    response.send(await feed.text());
  });
  return router;
}

function etagOf({ version }: ServedFeed): string {
  return `W/"${version}"`;
}

/** By the ETag where one is told, else by the time (RFC 9110, 13.2.2). "no-cache" is for caches between, not for us. */
function isKnown(request: Request, feed: ServedFeed): boolean {
  const known = request.get('if-none-match');
  if (known === undefined)
    return Date.parse(request.get('if-modified-since') ?? '') >= feed.changedAt.getTime();
  return known.split(',').some((one) => one.trim().replace(/^(?!W\/)/, 'W/') === etagOf(feed));
}
