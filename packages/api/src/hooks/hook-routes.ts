import { type HearContext, hearHint } from '@atelier/usecases/hints/hear-hint';
import { type Request, type RequestHandler, Router } from 'express';
import { type DoorKeeper, SMALL_BODY } from '../doors/door.ts';
import { readBody, type Unread } from './read-body.ts';

export interface HookRoutes {
  readonly services: HearContext;
  readonly door: DoorKeeper;
}

const BODY = { most: SMALL_BODY, withinMs: 5_000 };
const UNREAD: Readonly<Record<Unread, number>> = { 'too-large': 413, 'too-slow': 408 };

/**
 * Where providers tell that something has changed: an address of its own for each arrangement, which nobody else knows.
 * Answers at once and with next to nothing; a sender that waits keeps its own people waiting.
 */
export function hookRoutes({ services, door }: HookRoutes): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const shown = door({ access: 'public', largestBody: SMALL_BODY });
  const hear: RequestHandler = async (request, response) => {
    response.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' });
    const body = await readBody(request, BODY);
    if (typeof body === 'string') {
      response.set('Connection', 'close').status(UNREAD[body]).end();
      return;
    }
    const token = String(request.params['token']);
    const { status, body: text = '' } = await hearHint(services, token, { ...told(request), body });
    if (status === 429) response.set('Retry-After', '5');
    response.status(status).type('text/plain').send(text);
  };
  router.all('/hooks/:token', shown, hear);
  return router;
}

function told({ method, headers, query }: Request) {
  const texts = Object.entries(headers).map(([name, value]) => [name, [value].flat()[0]]);
  const asked = Object.entries(query).map(([name, value]) => [name, String(value)]);
  return { method, headers: Object.fromEntries(texts), query: Object.fromEntries(asked) };
}
